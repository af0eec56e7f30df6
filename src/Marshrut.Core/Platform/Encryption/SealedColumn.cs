using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>A column that the key ring seals, as the model declares it.</summary>
/// <param name="Key">Columns of the primary key.</param>
/// <param name="IsText">Blocks stand in base64, alone or within other text.</param>
/// <param name="IsBoundToKey">The first column of the key is the row that blocks are bound to; otherwise they are bound to 0.</param>
internal sealed record SealedColumn(string Table, string Name, IReadOnlyList<string> Key, bool IsText, bool IsBoundToKey, IReadOnlyList<SealPurpose> Purposes)
{
    /// <summary>All of the model: whatever a mapping declares, nothing is listed by hand.</summary>
    /// <exception cref="NotSupportedException">A column is declared that cannot be sealed anew row by row.</exception>
    public static IReadOnlyList<SealedColumn> Of(IModel model) =>
        [.. Columns(model).Where(column => column.Purposes.Count > 0).OrderBy(column => column.Table, StringComparer.Ordinal).ThenBy(column => column.Name, StringComparer.Ordinal)];

    /// <summary>Where a block may stand at all: what is declared, and every other column of bytes.</summary>
    public static IReadOnlyList<SealedColumn> AllPossible(IModel model) => [.. Columns(model)];

    private static IEnumerable<SealedColumn> Columns(IModel model) =>
        from entity in model.GetEntityTypes()
        where !entity.IsMappedToJson() && entity.GetTableName() is not null
        from property in entity.GetProperties()
        where property.ClrType == typeof(byte[]) || property.FindAnnotation(SealedMapping.Annotation) is not null
        select Of(entity, property);

    private static SealedColumn Of(IEntityType entity, IProperty property)
    {
        var key = entity.FindPrimaryKey()!.Properties;
        var column = new SealedColumn(
            entity.GetTableName()!,
            property.GetColumnName(),
            [.. key.Select(part => part.GetColumnName())],
            property.ClrType == typeof(string),
            key[0].ClrType == typeof(long),
            property.FindAnnotation(SealedMapping.Annotation)?.Value is string purposes ? [.. purposes.Split(',').Select(Enum.Parse<SealPurpose>)] : []);
        return column.Purposes.Count == 0 || column.IsText || column is { Key.Count: 1, IsBoundToKey: true }
            ? column
            : throw new NotSupportedException($"{column.Table}.{column.Name} is sealed, and its rows have no single number as their key.");
    }
}
