using Marshrut.Rules.Language;
using static Marshrut.Core.Platform.Spreadsheets.SpreadsheetProblemCodes;

namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>Every sentence that reading a file may end with, in one place.</summary>
internal static class SpreadsheetMessages
{
    private const string SaveAs = "Откройте его в Excel и сохраните как «Книга Excel (.xlsx)» или CSV.";

    public static SpreadsheetProblem EmptyFileProblem() =>
        new(EmptyFile, "Файл пустой: в нём 0 байт. Проверьте, сохранился ли он, и загрузите ещё раз.");

    public static SpreadsheetProblem NotAWorkbookProblem(string whatItIs, Exception? cause = null) =>
        new(NotAWorkbook, $"Это не таблица: {whatItIs}. Нужен файл .xlsx, .xls или .csv.", cause);

    public static SpreadsheetProblem OtherFormatProblem(string whatItIs) =>
        new(NotAWorkbook, $"Такой файл программа не читает: {whatItIs}. {SaveAs}");

    public static SpreadsheetProblem PasswordProblem(Exception? cause = null) =>
        new(PasswordProtected, "Книга закрыта паролем. Снимите пароль в Excel («Файл» → «Сведения» → «Защита книги») и загрузите файл ещё раз.", cause);

    public static SpreadsheetProblem DamagedProblem(Exception? cause = null) =>
        new(Damaged, $"Файл повреждён или скачан не до конца. {SaveAs}", cause);

    public static SpreadsheetProblem ZipBombProblem() =>
        new(ZipBomb, $"Файл при распаковке становится во много раз больше, чем бывает у таблиц; читать его дальше небезопасно. {SaveAs}");

    public static SpreadsheetProblem TooLargeProblem(long limitBytes) =>
        new(TooLarge, $"Файл больше {limitBytes >> 20} МБ. Разделите его на части.");

    public static SpreadsheetProblem TooManyRowsProblem(int limit) =>
        new(TooManyRows, $"В листе больше {Russian.Number(limit)} строк. Разделите его на части.");

    public static SpreadsheetProblem TooManyColumnsProblem(int row, int limit) =>
        new(TooManyColumns, $"В строке {row} больше {limit} столбцов. Уберите лишние столбцы справа.");

    public static SpreadsheetProblem CellTooLongProblem(int row, int limit) =>
        new(CellTooLong, $"В строке {row} есть ячейка длиннее {limit} знаков. Сократите её; в CSV проверьте, закрыты ли кавычки.");
}
