using System.Text.Json;
using Marshrut.Rules.Cases;
using Marshrut.Rules.People;
using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Profiling.Groups;

/// <summary>
/// Everything a rule may ask about. Health, offences and circumstances of the family are not among it: a group is a list, and a list must not tell of them (R27).
/// </summary>
public static class RuleFields
{
    public const string Stage = "stage";
    public const string Course = "course";
    public const string Programme = "programme";
    public const string ProgrammeGroup = "programme-group";
    public const string Group = "group";
    public const string Year = "year";
    public const string Status = "status";
    public const string Education = "education";
    public const string Form = "form";
    public const string Funding = "funding";
    public const string Age = "age";
    public const string Sex = "sex";
    public const string District = "district";
    public const string DistrictAfter = "district-after";
    public const string Card = "card";
    public const string Consent = "consent";
    public const string Level = "level";
    public const string Decision = "decision";
    public const string Priority = "priority";
    public const string Present = "present";
    public const string NotKnown = "not-known";
    public const string RequestOpen = "request-open";
    public const string RequestMet = "request-met";
    public const string Handed = "handed";

    private const string FactPrefix = "fact-";

    private static readonly IReadOnlyList<RuleChoice> characteristics =
        [.. Characteristics.Federal.Where(one => one.IsTagInLists).Select(one => new RuleChoice(one.Code, one.ShortName))];

    public static IReadOnlyList<RuleField> All { get; } =
    [
        new(Stage, "Этап", RuleSection.Study, Words<RouteStage>(RouteStages.Title)),
        new(Course, "Курс", RuleSection.Study),
        new(Programme, "Программа", RuleSection.Study, IsOpen: true),
        new(ProgrammeGroup, "Укрупнённая группа", RuleSection.Study, IsOpen: true),
        new(Group, "Группа или класс", RuleSection.Study, IsOpen: true),
        new(Year, "Год выпуска", RuleSection.Study),
        new(Status, "Статус", RuleSection.Study, Words<EnrolmentStatus>(StudyWords.Status)),
        new(Education, "Уровень образования", RuleSection.Study, Words<EducationLevel>(StudyWords.Level)),
        new(Form, "Форма обучения", RuleSection.Study, Words<StudyForm>(form => StudyWords.Form(form)!)),
        new(Funding, "Основа обучения", RuleSection.Study, Words<Funding>(funding => StudyWords.Funding(funding)!)),
        new(Age, "Возраст, лет", RuleSection.Person),
        new(Sex, "Пол", RuleSection.Person, Words<Sex>(sex => sex == People.Sex.Male ? "мужской" : "женский")),
        new(District, "Район проживания", RuleSection.Person, IsOpen: true),
        new(DistrictAfter, "Район после выпуска", RuleSection.Person, IsOpen: true),
        new(Card, "В карточке указано", RuleSection.Person, Words(("phone", "телефон"), ("email", "почта"), ("snils", "СНИЛС"), ("district", "район"), ("group", "группа или класс")), IsSet: true),
        new(Consent, "Согласие", RuleSection.Person, Words(("transfer", "на передачу в ЦЗН"), ("risk", "на определение риска")), IsSet: true),
        .. Characteristics.Federal.Where(one => one.IsTagInLists && one.Kind != CharacteristicKind.Statistics).Select(one => new RuleField(
            OfFact((FactCode)one.Number), one.ImportHeader ?? one.Title, RuleSection.Facts, [.. FactAnswers.Of((FactCode)one.Number).Select(value => new RuleChoice(FactAnswers.Code(value), FactAnswers.Title(value)))])),
        new(Level, "Уровень риска", RuleSection.Risk, Words(("high", "высокий"), ("not-high", "невысокий"), ("preliminary", "невысокий, предварительно"), ("none", "не определён"))),
        new(Decision, "Решение об уровне", RuleSection.Risk, Words(("proposed", "предложен"), ("confirmed", "подтверждён"), ("overridden", "изменён вручную"))),
        new(Priority, "Приоритет", RuleSection.Risk),
        new(Present, "Характеристика риска", RuleSection.Risk, characteristics, IsSet: true),
        new(NotKnown, "Нет данных о характеристике", RuleSection.Risk, characteristics, IsSet: true),
        new(RequestOpen, "Открытый запрос", RuleSection.Requests, IsOpen: true, IsSet: true),
        new(RequestMet, "Выполненный запрос", RuleSection.Requests, IsOpen: true, IsSet: true),
        new(Handed, "Передача в ЦЗН", RuleSection.HandOver, Words<HandedChoice>(HandedTitles.Of)),
    ];

    private static readonly Dictionary<string, RuleField> byCode = All.ToDictionary(field => field.Code);

    public static RuleField? Find(string? code) => byCode.GetValueOrDefault(code ?? "");

    /// <summary>Code of the field of a fact.</summary>
    public static string OfFact(FactCode fact) => FactPrefix + Characteristics.Of(fact).Code;

    /// <summary>The fact of a field; null: it is no fact.</summary>
    public static FactCode? FactOf(string field) =>
        field.StartsWith(FactPrefix, StringComparison.Ordinal) && Characteristics.Find(field[FactPrefix.Length..]) is { } characteristic ? (FactCode)characteristic.Number : null;

    public static string Title(RuleSection section) => section switch
    {
        RuleSection.Study => "Учёба",
        RuleSection.Person => "Человек",
        RuleSection.Facts => "Сведения",
        RuleSection.Risk => "Риск",
        RuleSection.Requests => "Запросы",
        _ => "Передача",
    };

    /// <summary>The code of a value of an enumeration, as rules store it.</summary>
    public static string CodeOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static IReadOnlyList<RuleChoice> Words<T>(Func<T, string> title)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new RuleChoice(CodeOf(value), title(value)))];

    private static IReadOnlyList<RuleChoice> Words(params (string Code, string Title)[] choices) => [.. choices.Select(choice => new RuleChoice(choice.Code, choice.Title))];
}
