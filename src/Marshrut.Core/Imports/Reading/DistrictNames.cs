using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Imports.Reading;

/// <summary>The districts of a region, found however they are called: «Заречный р-н», «заречный район», «Заречный».</summary>
internal sealed class DistrictNames
{
    private static readonly HashSet<string> Generic =
        ["РАЙОН", "Р-Н", "Р-ОН", "РН", "МУНИЦИПАЛЬНЫЙ", "ОКРУГ", "ГОРОД", "Г", "ГОРОДСКОЙ", "ГО", "МО", "МР"];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="names">The directory's spellings; with none every name is taken as written.</param>
    public DistrictNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _names[NameText.Normalize(name)] = name;
        }

        foreach (var name in names)
        {
            _names.TryAdd(Short(name), name);
        }
    }

    /// <summary>The directory's spelling; the text itself when there is no directory; null when the directory lacks it.</summary>
    public string? Find(string text) => _names.Count == 0 ? text
        : _names.GetValueOrDefault(NameText.Normalize(text)) ?? _names.GetValueOrDefault(Short(text));

    private static string Short(string name) => string.Join(
        ' ',
        NameText.Normalize(name).Replace(".", ". ").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', ','))
            .Where(word => word.Length > 0 && !Generic.Contains(word)));
}
