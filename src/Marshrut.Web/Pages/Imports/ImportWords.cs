using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Web.Ui;

namespace Marshrut.Web.Pages.Imports;

/// <summary>Words of the import pages for codes and states.</summary>
public static class ImportWords
{
    public const string Hidden = "скрыто";
    public const string SensitiveColumn = "Особые сведения";

    /// <summary>One sentence for whatever is wrong with a sensitive cell: beside a name, what exactly it is would tell what stands in it (R27).</summary>
    public const string SensitiveTrouble = "Ячейку не записали. Проверьте её в своём файле: нужны «да» или «нет», а для здоровья ещё дата согласия в той же строке.";

    /// <summary>Steps over the pages.</summary>
    public static readonly IReadOnlyList<string> Steps = ["Файл", "Столбцы", "Проверка", "Запись"];

    public static (string Words, Tone Tone, string Icon) State(ImportState state) => state switch
    {
        ImportState.Staged => ("ждёт проверки", Tone.Wait, "clock"),
        ImportState.Queued => ("записывается", Tone.Busy, "loader-2"),
        ImportState.Applied => ("записан", Tone.Good, "check"),
        ImportState.Undone => ("отменён", Tone.Quiet, "arrow-back-up"),
        ImportState.Discarded => ("убран", Tone.Quiet, "x"),
        _ => ("не записан", Tone.Bad, "alert-circle"),
    };

    /// <summary>The page that an import of this state is shown on.</summary>
    public static string? Page(ImportState state) => state switch
    {
        ImportState.Staged or ImportState.Failed => "Check",
        ImportState.Queued => "Progress",
        ImportState.Applied or ImportState.Undone => "Summary",
        _ => null,
    };

    /// <summary>For a post that came too late: pressed twice, from a page that the browser kept, or after a colleague.</summary>
    public static string TooLate(ImportState state) => state switch
    {
        ImportState.Queued => "Этот файл уже записывается. Второй раз он не запишется.",
        ImportState.Applied => "Этот файл уже записан, второй раз он не записывается. Ниже видно, что изменилось.",
        ImportState.Undone => "Запись этого файла отменена. Чтобы записать его снова, загрузите файл ещё раз.",
        _ => "Этот файл уже убран, в реестр из него ничего не записано. Если он нужен, загрузите его ещё раз.",
    };

    public static string Repair(string code) => code switch
    {
        ImportRepairCodes.LatinLetters => "Латинские буквы заменены кириллицей",
        ImportRepairCodes.Spaces => "Убраны лишние пробелы",
        ImportRepairCodes.CodeWasDate => "Excel принял код за дату, прочитан как код",
        ImportRepairCodes.CodeTail => "Код отделён от названия",
        ImportRepairCodes.CodeFormat => "Код записан тремя парами цифр",
        ImportRepairCodes.YearFromDate => "Год взят из даты",
        ImportRepairCodes.CourseText => "Курс записан числом",
        _ => "Ячейка исправлена",
    };

    public static string Recognition(ColumnRecognition recognition) => recognition switch
    {
        ColumnRecognition.ByName => "по названию",
        ColumnRecognition.AsDecided => "как раньше",
        ColumnRecognition.Repeated => "повторяет другой столбец",
        ColumnRecognition.NotHeld => "не храним",
        _ => "не распознан",
    };

    public static string Reason(DuplicateReason reason) => reason == DuplicateReason.SameSnils ? "тот же СНИЛС" : "те же фамилия, имя, отчество и дата рождения";

    /// <summary>Header of a changed field; a sensitive one is not named (R27).</summary>
    public static string Field(FieldChange change) => change.IsSensitive ? SensitiveColumn : RegisterFields.All.Find(change.Key)?.Header ?? change.Key;

    public static string Value(FieldChange change, string? text) =>
        text is null ? "пусто"
        : change.IsSensitive ? Hidden
        : RegisterFields.All.Find(change.Key)?.Fact is null ? text
        : FactText.ValueOf(text)!;
}
