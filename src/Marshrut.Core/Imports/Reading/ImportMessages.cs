using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Language;
using static Marshrut.Core.Imports.Reading.ImportNoticeCodes;

namespace Marshrut.Core.Imports.Reading;

/// <summary>Every sentence that reading a register or a statistics file may say about a cell or a file, in one place.</summary>
public static class ImportMessages
{
    public const string BadName = "Это не похоже на имя. Напишите его буквами.";
    public const string Initials = "Здесь инициалы вместо имени. Напишите имя и отчество полностью.";
    public const string BadDate = "Не поняли дату. Напишите её так: 01.05.2007.";
    public const string BadSex = "Не поняли пол. Напишите «м» или «ж».";
    public const string BadSnils = "В СНИЛС не сходится контрольное число или не 11 цифр. Сверьте номер с документом.";
    public const string BadPhone = "Не поняли телефон. Напишите его так: +7 900 123-45-67.";
    public const string BadEmail = "Не поняли адрес почты. Напишите его так: name@example.ru.";
    public const string BadCode = "Не поняли код направления. Напишите его так: 09.02.07.";
    public const string UnknownProgramme = "Такого направления нет в справочнике. Укажите код, например 09.02.07.";
    public const string UnknownLevel = "Не поняли уровень образования. Напишите: СПО рабочие, СПО специалисты, бакалавриат, специалитет, магистратура, аспирантура или школа.";
    public const string BadStudyForm = "Не поняли форму обучения. Напишите: очная, очно-заочная или заочная.";
    public const string BadFunding = "Не поняли основу обучения. Напишите: бюджет, договор или целевое.";
    public const string BadCourse = "Не поняли курс. Напишите число от 1 до 6.";
    public const string BadYear = "Не поняли год выпуска. Напишите четыре цифры, от 1990 до 2050.";
    public const string BadStatus = "Не поняли статус. Напишите: обучается, академический отпуск, выпускник или отчислен.";
    public const string UnknownDistrict = "Такого района нет в справочнике региона. Выберите название из справочника.";
    public const string BadYesNo = "Не поняли ответ. Напишите «да» или «нет» либо оставьте ячейку пустой.";
    public const string BadYesNoNotWorking = "Не поняли ответ. Напишите «да», «нет» или «не работает» либо оставьте ячейку пустой.";
    public const string NoHealthConsent =
        "Сведения о здоровье не записали: нет согласия. Укажите дату подписанного документа в столбце «Согласие на данные о здоровье».";
    public const string FormulaError = "В ячейке не посчиталась формула. Откройте файл в Excel, исправьте её или впишите значение и сохраните файл.";

    public const string BadHorizon = "Не поняли горизонт. Напишите, сколько лет прошло после выпуска: от 0 до 10.";
    public const string BadNumber = "Не поняли число. Напишите целое число, не меньше нуля.";
    public const string BadKind = "Не поняли вид организации. Напишите: школа, ПОО или ОО ВО.";
    public const string MoreEmployed = "Трудоустроенных больше, чем выпускников. Проверьте оба числа.";

    public const string OwnSuccessor = "Код заменён на самого себя. Укажите другой код или оставьте ячейку пустой.";

    public const string BadProgrammeName = "Это не похоже на название направления. Напишите его словами.";

    public static string SeveralProgrammes(IReadOnlyList<string> codes) =>
        $"У этого названия несколько кодов: {TableMessages.List(codes)}. Укажите код или уровень образования.";

    public static string Required(string header) => $"Не заполнено: {TableMessages.Quote(header)}. Без этого строку загрузить нельзя, впишите значение.";

    public static string BadAge(int age) =>
        $"По дате рождения возраст — {Russian.Count(age, "год", "года", "лет")}, а принимаем от 13 до 70 лет. Проверьте дату рождения.";

    public static string BornLater => "Дата рождения позже сегодняшней. Проверьте её.";

    public static string DuplicateInFile(int firstRow) =>
        $"Такой же идентификатор уже есть в строке {firstRow}. Оставьте одну из строк или исправьте идентификатор.";

    public static string RepeatedStatistics(int firstRow) =>
        $"Такая же строка (год, горизонт, направление, организация) уже есть под номером {firstRow}. Оставьте одну из них.";

    public static string RepeatedProgramme(int firstRow) => $"Этот код уже есть в строке {firstRow}. Оставьте одну из строк.";

    public static string TooLong(int limit) => $"Текст длиннее {limit} знаков. Сократите его.";

    public static ReadingNotice RestrictedColumnsNotice(IReadOnlyCollection<string> headers, bool onlyPermissionLacks) => new(
        RestrictedColumns,
        onlyPermissionLacks
            ? $"Сведения о правонарушениях загружает сотрудник, которому они разрешены. Не загружаем: {TableMessages.Names(headers)}. Если они нужны, попросите его загрузить этот файл."
            : $"Сведения о правонарушениях образовательная организация не хранит. Не загружаем: {TableMessages.Names(headers)}.");

    public static ReadingNotice HealthWithoutConsentNotice(int rows) =>
        new(HealthWithoutConsent, $"Ответ «нет» о здоровье без даты согласия не записан, строк: {Russian.Number(rows)}.");

    public static ReadingNotice ConsentWithdrawnNotice(int rows, IReadOnlyCollection<string> examples) => new(
        ConsentWithdrawn,
        $"Согласие отозвано, дата в файле не позже отзыва: такое согласие не записали, строк: {Russian.Number(rows)} ({TableMessages.List(examples)}). Если подписано новое, укажите его дату.");

    public static ReadingNotice OtherPhonesNotice(int rows, IReadOnlyCollection<string> examples) =>
        new(OtherPhones, $"В ячейке несколько телефонов, взят первый годный, строк: {Russian.Number(rows)}. Не взяты: {TableMessages.List(examples)}.");

    public static ReadingNotice OtherEmailsNotice(int rows, IReadOnlyCollection<string> examples) =>
        new(OtherEmails, $"В ячейке несколько адресов почты, взят первый годный, строк: {Russian.Number(rows)}. Не взяты: {TableMessages.List(examples)}.");

    public static ReadingNotice UnknownProgrammesNotice(IReadOnlyCollection<string> codes) =>
        new(UnknownProgrammes, $"Этих кодов нет в справочнике направлений, загружены с отметкой «нет в справочнике»: {TableMessages.List(codes)}.");

    public static ReadingNotice UnknownSuccessorsNotice(IReadOnlyCollection<string> codes) =>
        new(UnknownSuccessors, $"Этими кодами заменены другие, но самих их нет ни в файле, ни в справочнике: {TableMessages.List(codes)}. Добавьте их следующим файлом.");

    public static ReadingNotice MissingProgrammesNotice(int codes) => new(
        MissingProgrammes,
        $"Есть в справочнике, но нет в файле: {Russian.Count(codes, "код", "кода", "кодов")}. Мы их не тронули. Чтобы закрыть код, укажите дату в столбце «Действует по».");
}
