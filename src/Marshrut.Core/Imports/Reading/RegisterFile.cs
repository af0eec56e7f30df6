using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Reading;

/// <summary>
/// An uploaded register whose sheet and header have been found. Its raw rows may be parsed at once or staged
/// (<see cref="RawSheet.Write"/>, <see cref="RawRowCodec"/>) and parsed later: page, command and API read one way.
/// </summary>
public sealed class RegisterFile : IDisposable
{
    private readonly TableFile _file;
    private readonly RegisterReadingOptions _options;
    private readonly int[] _withheld;

    private RegisterFile(TableFile file, RegisterReadingOptions options)
    {
        _file = file;
        _options = options;
        _withheld = WithheldColumns(file.Sheet, options);
    }

    public RawSheet Sheet => _file.Sheet;

    /// <summary>
    /// Opens a file and finds its header. Required columns may still be missing: the preview page lets the user name them. The
    /// stream stays open. Throws <see cref="SpreadsheetProblem"/>.
    /// </summary>
    public static RegisterFile Open(Stream stream, RegisterReadingOptions options) => new(
        TableFile.Open(
            stream,
            RegisterFields.All,
            options.Mapping,
            header => RegisterFields.MissingIn(header, options.ProgrammeRequired).Count == 0,
            options.Limits,
            options.HeaderAt),
        options);

    /// <summary>
    /// The rows under the header, each with the cells of columns that may not be stored already emptied (R1). Throws
    /// <see cref="SpreadsheetProblem"/> on the way.
    /// </summary>
    public IEnumerable<RawRow> Rows() => _withheld.Length == 0 ? _file.Rows() : _file.Rows().Select(row => row.Without(_withheld));

    /// <summary>A parser for these rows. Throws <see cref="SpreadsheetProblem"/> («missing-column») when a required column is missing.</summary>
    public RegisterParser CreateParser() => new(Sheet, _options);

    public void Dispose() => _file.Dispose();

    /// <summary>
    /// Indexes of the columns whose cells may not be kept: those with a restricted header, whatever the user maps them to, and those
    /// that the user maps to a restricted field. Empty where restricted facts may be stored.
    /// </summary>
    public static int[] WithheldColumns(RawSheet sheet, RegisterReadingOptions options) => options.StoreRestricted
        ? []
        : [
            .. HeaderRecognition.Read(sheet.Header, RegisterFields.All, options.Mapping).Columns
                .Where(column => IsRestricted(column.Field) || IsRestricted(column.DuplicateOf)
                    || IsRestricted(RegisterFields.All.Match(column.Header)?.Column))
                .Select(column => column.Index),
        ];

    private static bool IsRestricted(RegisterField? field) => field?.Sensitivity == Sensitivity.Restricted;
}
