using System.IO.Compression;
using System.Xml;

namespace Marshrut.Core.Platform.Spreadsheets.Xlsx;

/// <summary>The archive around a workbook: its parts and the relations between them, under <see cref="SpreadsheetLimits"/>.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly SpreadsheetLimits _limits;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Throws <see cref="SpreadsheetProblem"/> for a truncated archive and for one beyond the limits.</summary>
    public XlsxPackage(Stream file, SpreadsheetLimits limits)
    {
        _limits = limits;
        try
        {
            _archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (_archive.Entries.Count > limits.ArchiveEntries || _archive.Entries.Any(IsBomb)
                || _archive.Entries.Sum(entry => Math.Min(entry.Length, limits.InflatedBytes)) > limits.InflatedBytes)
            {
                throw SpreadsheetMessages.ZipBombProblem();
            }

            foreach (var entry in _archive.Entries)
            {
                _entries[entry.FullName.Replace('\\', '/').TrimStart('/')] = entry;
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw SpreadsheetMessages.DamagedProblem(problem);
        }
    }

    public bool Has(string part) => _entries.ContainsKey(part);

    public bool HasUnder(string folder) => _entries.Keys.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A reader over one part, with document types and external entities forbidden; null when the archive has no such part. The
    /// caller disposes of it.
    /// </summary>
    public XmlReader? Open(string part)
    {
        if (!_entries.TryGetValue(part, out var entry))
        {
            return null;
        }

        return XmlReader.Create(new InflationGuard(entry.Open(), entry.CompressedLength, _limits), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true,
        });
    }

    /// <summary>
    /// Relations of a part: id → (kind, target), the kind being the last word of the relation's type («worksheet») and the target a
    /// full name in the archive. External targets are left out. Empty when there are none.
    /// </summary>
    public IReadOnlyDictionary<string, (string Kind, string Target)> Relations(string part)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        using var xml = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml is not null && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                var type = xml.GetAttribute("Type") ?? "";
                relations[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
            }
        }

        return relations;
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>An entry that says itself that it is one; the others are watched by <see cref="InflationGuard"/>.</summary>
    private bool IsBomb(ZipArchiveEntry entry) => entry.Length > _limits.InflatedBytes
        || (entry.Length > _limits.RatioFreeBytes && entry.Length / _limits.InflationRatio > entry.CompressedLength);

    private static string Resolve(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        var parts = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }
}
