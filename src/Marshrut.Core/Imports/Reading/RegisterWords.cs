using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Reading;

/// <summary>Words that cells of the register may hold (DOMAIN §5, R8, R9, R17), compared by <see cref="HeaderKey"/> unless said otherwise.</summary>
internal static class RegisterWords
{
    private static readonly Dictionary<string, FactValue> YesNo = new(StringComparer.Ordinal)
    {
        ["да"] = FactValue.Yes,
        ["есть"] = FactValue.Yes,
        ["+"] = FactValue.Yes,
        ["1"] = FactValue.Yes,
        ["true"] = FactValue.Yes,
        ["x"] = FactValue.Yes,
        ["х"] = FactValue.Yes,
        ["v"] = FactValue.Yes,
        ["✓"] = FactValue.Yes,
        ["истина"] = FactValue.Yes,
        ["нет"] = FactValue.No,
        ["-"] = FactValue.No,
        ["–"] = FactValue.No,
        ["0"] = FactValue.No,
        ["false"] = FactValue.No,
        ["ложь"] = FactValue.No,
    };

    private static readonly Dictionary<string, Sex> Sexes = Keyed(
        (Sex.Male, ["м", "муж", "мужской", "мужчина", "male", "m"]),
        (Sex.Female, ["ж", "жен", "женский", "женщина", "female", "f"]));

    private static readonly Dictionary<string, EducationLevel> Levels = Keyed(
        (EducationLevel.SkilledWorker,
            ["СПО рабочие", "СПО рабочий", "рабочие", "ППКРС", "СПО ППКРС", "СПО квалифицированные рабочие", "СПО квалифицированные рабочие, служащие",
            "квалифицированные рабочие", "квалифицированные рабочие, служащие", "СПО профессия", "СПО профессии"]),
        (EducationLevel.MidLevelSpecialist,
            ["СПО специалисты", "СПО специалист", "ППССЗ", "СПО ППССЗ", "СПО специалисты среднего звена", "специалисты среднего звена",
            "специалист среднего звена", "СПО специальность", "СПО специальности"]),
        (EducationLevel.Bachelor, ["бакалавриат", "бакалавр", "ВО бакалавриат", "высшее бакалавриат", "высшее образование бакалавриат"]),
        (EducationLevel.Specialist, ["специалитет", "ВО специалитет", "высшее специалитет", "высшее образование специалитет"]),
        (EducationLevel.Master, ["магистратура", "магистр", "ВО магистратура", "высшее магистратура", "высшее образование магистратура"]),
        (EducationLevel.Postgraduate, ["аспирантура", "аспирант", "ВО аспирантура", "ординатура", "адъюнктура", "подготовка кадров высшей квалификации"]),
        (EducationLevel.School, ["школа", "школьник", "общее", "общее образование", "среднее общее", "основное общее"]));

    /// <summary>Words that name the family of a level; the code of the programme says which one it is.</summary>
    private static readonly HashSet<string> LevelFamilies =
        [.. new[] { "СПО", "среднее профессиональное", "среднее профессиональное образование", "ВО", "высшее", "высшее образование" }.Select(HeaderKey.Of)];

    private static readonly Dictionary<string, StudyForm> StudyForms = Keyed(
        (StudyForm.FullTime, ["очная", "очно", "дневная", "очная форма", "очная форма обучения", "о"]),
        (StudyForm.PartTime, ["очно-заочная", "очно-заочно", "вечерняя", "очно-заочная (вечерняя)", "очно-заочная форма", "оз", "о-з"]),
        (StudyForm.Correspondence, ["заочная", "заочно", "заочная форма", "заочная форма обучения", "з"]));

    private static readonly Dictionary<string, Funding> Fundings = Keyed(
        (Funding.Budget, ["бюджет", "бюджетная", "бюджетное", "бюджетник", "бюджетная основа", "за счёт бюджета", "за счёт средств бюджета", "б"]),
        (Funding.Contract,
            ["договор", "договорная", "договорное", "внебюджет", "внебюджетная", "внебюджетное", "платное", "платная", "платно", "коммерческая", "коммерческое", "коммерция",
            "контракт", "контрактная", "по договору", "полное возмещение затрат", "с полным возмещением затрат", "д"]),
        (Funding.Target, ["целевое", "целевая", "целевой", "целевик", "целевое обучение", "целевой договор", "целевой приём", "целевая квота", "ц"]));

    private static readonly Dictionary<string, EnrolmentStatus> Statuses = Keyed(
        (EnrolmentStatus.Studying, ["обучается", "учится", "студент", "студентка", "обучающийся", "обучающаяся", "обучение", "зачислен", "зачислена"]),
        (EnrolmentStatus.AcademicLeave,
            ["академический отпуск", "академ. отпуск", "академотпуск", "академ", "а/о", "в академическом отпуске", "в академе", "академический"]),
        (EnrolmentStatus.Graduate, ["выпускник", "выпускница", "выпущен", "выпущена", "окончил", "окончила", "завершил обучение", "завершила обучение"]),
        (EnrolmentStatus.Expelled, ["отчислен", "отчислена", "отчисление", "выбыл", "выбыла"]));

    /// <summary>«неизвестно», «н/д», «?» (R8); case, outer spaces and a final dot do not matter.</summary>
    public static bool Erases(string text) =>
        text.Length > 0 && text[0] is 'н' or 'Н' or '?' && text.Length <= "неизвестно".Length + 2 && Bare(text) is "неизвестно" or "н/д" or "?";

    /// <summary>Yes, No or, for fact 12, NotWorking; null for any other word (R9: anything else is a bad cell).</summary>
    public static FactValue? Answer(string text, FactCode fact)
    {
        if (YesNo.TryGetValue(text, out var answer))
        {
            return answer;
        }

        var bare = Bare(text);
        return YesNo.TryGetValue(bare, out answer) ? answer
            : fact == FactCode.WorksInField && bare == "не работает" ? FactValue.NotWorking
            : null;
    }

    /// <summary>«нет», «-» and the other words for no (R9).</summary>
    public static bool IsNo(string text) => YesNo.GetValueOrDefault(Bare(text)) == FactValue.No;

    public static Sex? FindSex(string text) => Find(Sexes, text);

    /// <summary>The level of a word; for «СПО» and «высшее» the level of the code, where there is one.</summary>
    public static EducationLevel? FindLevel(string text, string? programmeCode) =>
        Find(Levels, text) ?? (programmeCode is not null && LevelFamilies.Contains(HeaderKey.Of(text)) ? ProgrammeCodes.LevelOf(programmeCode) : null);

    public static StudyForm? FindStudyForm(string text) => Find(StudyForms, text);

    public static Funding? FindFunding(string text) => Find(Fundings, text);

    public static EnrolmentStatus? FindStatus(string text) => Find(Statuses, text);

    /// <summary>1–6 written as «2 курс», «2-й», «II»; null for anything else.</summary>
    public static int? Course(string text)
    {
        var key = HeaderKey.Of(text).Replace("курс", "", StringComparison.Ordinal).Replace('і', 'i');
        var bare = key.TrimEnd('й', 'ы', 'о', 'и');
        return bare switch
        {
            ['1' or '2' or '3' or '4' or '5' or '6'] => bare[0] - '0',
            "i" => 1,
            "ii" => 2,
            "iii" => 3,
            "iv" => 4,
            "v" => 5,
            "vi" => 6,
            _ => null,
        };
    }

    private static string Bare(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > 1 && trimmed[^1] == '.')
        {
            trimmed = trimmed[..^1].TrimEnd();
        }

        return trimmed.ToString().ToLowerInvariant();
    }

    private static T? Find<T>(Dictionary<string, T> words, string text)
        where T : struct => words.TryGetValue(text, out var found) || words.TryGetValue(HeaderKey.Of(text), out found) ? found : null;

    private static Dictionary<string, T> Keyed<T>(params (T Value, string[] Words)[] lists)
    {
        var keyed = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (value, words) in lists)
        {
            foreach (var word in words)
            {
                keyed[HeaderKey.Of(word)] = value;
            }
        }

        return keyed;
    }
}
