namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>The file cannot be read as a table. The message is a Russian sentence for the person who sent the file.</summary>
/// <param name="code">Stable kebab-case: one of <see cref="SpreadsheetProblemCodes"/> or of the reader above.</param>
/// <param name="message">What happened, then what to do.</param>
/// <param name="cause">The exception of a library, for the log.</param>
public class SpreadsheetProblem(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code { get; } = code;
}

/// <summary>Codes of <see cref="SpreadsheetProblem"/> that reading the file itself can give.</summary>
public static class SpreadsheetProblemCodes
{
    public const string EmptyFile = "empty-file";
    public const string NotAWorkbook = "not-a-workbook";
    public const string PasswordProtected = "password-protected";
    public const string Damaged = "damaged-file";
    public const string ZipBomb = "zip-bomb";
    public const string TooLarge = "too-large";
    public const string TooManyRows = "too-many-rows";
    public const string TooManyColumns = "too-many-columns";
    public const string CellTooLong = "cell-too-long";
}
