namespace Marshrut.Core.Platform.Tables;

/// <summary>A column that files of one kind may have.</summary>
/// <param name="Key">Stable camelCase or kebab-case key; remembered mappings name it.</param>
/// <param name="Header">The canonical Russian header.</param>
/// <param name="Synonyms">Other headers for it, the surest first: the first one found wins over the later.</param>
public record TableColumn(string Key, string Header, params IReadOnlyList<string> Synonyms)
{
    /// <summary>Its values may not stand anywhere unsealed.</summary>
    public virtual bool IsSensitive => false;
}
