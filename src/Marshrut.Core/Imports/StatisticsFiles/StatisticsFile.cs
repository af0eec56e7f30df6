using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.StatisticsFiles;

/// <summary>An uploaded statistics file whose sheet and header have been found.</summary>
public sealed class StatisticsFile : IDisposable
{
    private readonly TableFile _file;

    private StatisticsFile(TableFile file) => _file = file;

    public RawSheet Sheet => _file.Sheet;

    /// <summary>Opens a file (csv, xlsx or xls). The stream stays open. Throws <see cref="SpreadsheetProblem"/>.</summary>
    public static StatisticsFile Open(Stream stream, SpreadsheetLimits? limits = null) => new(TableFile.Open(
        stream, StatisticsColumns.All, ColumnMapping.Empty, header => StatisticsColumns.MissingIn(header).Count == 0, limits));

    /// <summary>The rows under the header. Throws <see cref="SpreadsheetProblem"/> on the way.</summary>
    public IEnumerable<RawRow> Rows() => _file.Rows();

    /// <summary>
    /// A parser for these rows; <paramref name="isProgrammeKnown"/> says whether a code is in the directory. Throws
    /// <see cref="SpreadsheetProblem"/> («missing-column») when a required column is missing.
    /// </summary>
    public StatisticsParser CreateParser(Func<string, bool>? isProgrammeKnown = null) => new(Sheet, isProgrammeKnown);

    public void Dispose() => _file.Dispose();
}
