using System.Text.Json;

namespace Marshrut.Core.Platform.Tables;

/// <summary>
/// What a user decided about the columns of a file: header → field. It overrules recognition, and is remembered for the
/// organisation's next file (DOMAIN §5).
/// </summary>
/// <param name="Fields">
/// <see cref="RecognisedColumn{TColumn}.MappingKey"/> → <see cref="TableColumn.Key"/>, or <see cref="DoNotLoad"/>. Keys of fields that the
/// program does not know are passed by.
/// </param>
public sealed record ColumnMapping(IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The field key of a column that the user left out.</summary>
    public const string DoNotLoad = "";

    public static ColumnMapping Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>Reads what <see cref="ToJson"/> wrote. Throws <see cref="JsonException"/> for anything else.</summary>
    public static ColumnMapping FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    public string ToJson() => JsonSerializer.Serialize(Fields);
}
