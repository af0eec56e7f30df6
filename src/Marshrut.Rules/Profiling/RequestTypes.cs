namespace Marshrut.Rules.Profiling;

/// <summary>What a person may want help with.</summary>
/// <param name="Code">As it is stored.</param>
/// <param name="Title">As people read it.</param>
/// <param name="IsMandatory">Every questionnaire finds it out (DOMAIN §6).</param>
public sealed record RequestType(string Code, string Title, bool IsMandatory);

/// <summary>The types that every organisation has; it may add own ones.</summary>
public static class RequestTypes
{
    /// <summary>The five of DOMAIN §6.</summary>
    public static IReadOnlyList<RequestType> Mandatory { get; } =
    [
        new("first-profession", "Выбрать и получить первую профессию", true),
        new("job-search-skills", "Научиться искать работу", true),
        new("practice-or-internship", "Найти практику или стажировку", true),
        new("first-job", "Найти первую работу", true),
        new("entrepreneurship", "Начать своё дело или найти другой доход", true),
    ];

    /// <summary>Besides them, what ЦК ask of ЦЗН for named people (К1.3, К1.4).</summary>
    public static IReadOnlyList<RequestType> Usual { get; } =
    [
        new("cv", "Составить резюме", false),
        new("interview", "Подготовиться к собеседованию", false),
        new("career-plan", "Составить карьерный план", false),
        new("temporary-work", "Найти временную работу", false),
    ];

    public static IReadOnlyList<RequestType> All { get; } = [.. Mandatory, .. Usual];
}
