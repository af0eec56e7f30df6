using System.Globalization;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Risk;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Web.Pages.Profiling.Groups;
using Marshrut.Web.Ui.Lists;
using Microsoft.AspNetCore.Http.Extensions;

namespace Marshrut.Web.Pages.Register;

/// <summary>One active condition of the list, in words, and the query without it.</summary>
public sealed record Condition(string Name, string Words, string Without);

/// <summary>
/// The address of a list as conditions and back: every filter is a plain query value, so that a list is a link. What a value does not mean is left out.
/// </summary>
public sealed class ListQuery
{
    private static readonly string[] Names = ["q", "programme", "group", "course", "year", "status", "level", "decision", "consent", "handed", "lacks", "trait", FindCircle.GroupName, FindCircle.StageName, "order"];
    private static readonly Dictionary<string, LevelChoice> Levels = new()
    {
        ["high"] = LevelChoice.High,
        ["not-high"] = LevelChoice.NotHigh,
        ["preliminary"] = LevelChoice.Preliminary,
        ["none"] = LevelChoice.NotAssessed,
        ["no-consent"] = LevelChoice.NoRiskConsent,
    };

    private static readonly Dictionary<string, AssessmentStatus> Decisions = new()
    {
        ["proposed"] = AssessmentStatus.Proposed,
        ["confirmed"] = AssessmentStatus.Confirmed,
        ["overridden"] = AssessmentStatus.Overridden,
    };

    private static readonly Dictionary<string, EnrolmentStatus> Statuses = new()
    {
        ["studying"] = EnrolmentStatus.Studying,
        ["leave"] = EnrolmentStatus.AcademicLeave,
        ["graduate"] = EnrolmentStatus.Graduate,
        ["expelled"] = EnrolmentStatus.Expelled,
    };

    private static readonly Dictionary<string, Gap> Gaps = new()
    {
        ["phone"] = Gap.Phone,
        ["snils"] = Gap.Snils,
        ["district"] = Gap.District,
        ["group"] = Gap.Group,
    };

    private static readonly Dictionary<string, HandedChoice> Handed = new()
    {
        ["never"] = HandedChoice.Never,
        ["waiting"] = HandedChoice.Waiting,
        ["accepted"] = HandedChoice.Accepted,
        ["ended"] = HandedChoice.Ended,
        ["back"] = HandedChoice.Back,
    };

    private static readonly Dictionary<string, EnrolmentOrder> Orders = new()
    {
        ["name"] = EnrolmentOrder.Name,
        ["programme"] = EnrolmentOrder.Programme,
        ["-programme"] = EnrolmentOrder.ProgrammeDown,
        ["year"] = EnrolmentOrder.Year,
        ["-year"] = EnrolmentOrder.YearDown,
    };

    private readonly Dictionary<string, string> values;
    private readonly Circle circle;

    /// <param name="query">Of the address.</param>
    /// <param name="circle">The client group and the stage that it names.</param>
    public ListQuery(IQueryCollection query, Circle circle)
        : this(Names.Select(name => (name, value: query[name].ToString().Trim())).Where(pair => pair.value.Length > 0).ToDictionary(), circle)
    {
    }

    private ListQuery(Dictionary<string, string> values, Circle circle)
    {
        this.values = values;
        this.circle = circle;
        Filter = new EnrolmentFilter
        {
            Search = this["q"],
            Programme = this["programme"],
            Group = this["group"],
            Course = Number("course"),
            LastCourse = this["course"] == "last",
            GraduationYear = Number("year"),
            Status = Of(Statuses, "status"),
            Level = Of(Levels, "level"),
            Decision = Of(Decisions, "decision"),
            HasTransferConsent = this["consent"] switch { "yes" => true, "no" => false, _ => null },
            Handed = Of(Handed, "handed"),
            Lacks = Of(Gaps, "lacks"),
            Characteristic = EnrolmentFilter.Characteristics.Any(characteristic => characteristic.Code == this["trait"]) ? this["trait"] : null,
            Only = circle.Only,
        };
    }

    public static IEnumerable<(string Value, string Words)> LevelChoices =>
        [("high", "высокий"), ("not-high", "невысокий"), ("preliminary", "невысокий, предварительно"), ("none", "не определён в этом учебном году"), ("no-consent", "нет согласия на определение")];

    public static IEnumerable<(string Value, string Words)> DecisionChoices =>
        [("proposed", "предложен"), ("confirmed", "подтверждён"), ("overridden", "изменён вручную")];

    public static IEnumerable<(string Value, string Words)> LackChoices =>
        [("phone", "телефон"), ("snils", "СНИЛС"), ("district", "район проживания"), ("group", "группа или класс")];

    public static IEnumerable<(string Value, string Words)> HandedChoices => Handed.Select(pair => (pair.Key, HandedTitles.Of(pair.Value)));

    public static IEnumerable<(string Value, string Words)> StatusChoices => Statuses.Select(pair => (pair.Key, StudyWords.Status(pair.Value)));

    public static IEnumerable<(string Value, string Words)> StageChoices => RouteStages.All.Select(stage => (RuleFields.CodeOf(stage), RouteStages.Title(stage)));

    public EnrolmentFilter Filter { get; }

    public EnrolmentOrder Order => Orders.GetValueOrDefault(this["order"] ?? "", EnrolmentOrder.Priority);

    /// <summary>The address of a heading: orders by this, or the other way round where it does already.</summary>
    public string By(EnrolmentOrder up, EnrolmentOrder down) => With(("order", Orders.First(pair => pair.Value == (Order == up ? down : up)).Key));

    public SortNow Now(EnrolmentOrder up, EnrolmentOrder down) => Order == up ? SortNow.Up : Order == down ? SortNow.Down : SortNow.None;

    public string OrderInWords(bool knowsRisk) => Order switch
    {
        EnrolmentOrder.Programme or EnrolmentOrder.ProgrammeDown => "по направлению и группе",
        EnrolmentOrder.Year => "сначала ближайший выпуск",
        EnrolmentOrder.YearDown => "сначала дальний выпуск",
        EnrolmentOrder.Priority when knowsRisk => "сначала высокий приоритет",
        _ => "по фамилии",
    };

    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The conditions with the query that lacks each of them.</summary>
    public IReadOnlyList<Condition> Conditions()
    {
        var found = new List<Condition>();
        Add("q", Filter.Search is { } search ? $"Поиск: {search}" : null);
        Add("programme", Filter.Programme is { } programme ? $"Программа: {programme}" : null);
        Add("group", Filter.Group is { } group ? $"Группа: {group}" : null);
        Add("course", Filter.LastCourse ? "Курс: выпускной" : Filter.Course is { } course ? $"Курс: {course}" : null);
        Add("year", Filter.GraduationYear is { } year ? $"Выпуск: {year}" : null);
        Add("status", Filter.Status is { } status ? $"Статус: {StudyWords.Status(status)}" : null);
        Add("level", Filter.Level is null ? null : $"Уровень: {LevelChoices.First(choice => choice.Value == this["level"]).Words}");
        Add("decision", Filter.Decision is null ? null : $"Решение: {DecisionChoices.First(choice => choice.Value == this["decision"]).Words}");
        Add("consent", Filter.HasTransferConsent is { } has ? $"Согласие на передачу: {(has ? "есть" : "нет")}" : null);
        Add("handed", Filter.Handed is { } handed ? $"Передача: {HandedTitles.Of(handed)}" : null);
        Add("lacks", Filter.Lacks is null ? null : $"Не указано: {LackChoices.First(choice => choice.Value == this["lacks"]).Words}");
        Add("trait", Filter.Characteristic is { } trait ? $"Характеристика: {EnrolmentFilter.Characteristics.First(one => one.Code == trait).ShortName}" : null);
        Add(FindCircle.GroupName, circle.GroupWords is { } title ? $"Клиентская группа: {title}" : null);
        Add(FindCircle.StageName, circle.StageWords is { } stage ? $"Этап: {stage}" : null);
        return found;

        void Add(string name, string? words)
        {
            if (words is not null)
            {
                found.Add(new Condition(name, words, With((name, null))));
            }
        }
    }

    /// <summary>The same list with values changed; null takes one away. Always begins from the first page.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var changed = new Dictionary<string, string>(values);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                changed.Remove(name);
            }
            else
            {
                changed[name] = value;
            }
        }

        return new QueryBuilder(changed).ToQueryString().Value ?? "";
    }

    public static ListQuery Without(ListQuery query, string name) =>
        new(query.values.Where(pair => pair.Key != name).ToDictionary(), name switch
        {
            FindCircle.GroupName => query.circle.WithoutGroup(),
            FindCircle.StageName => query.circle.WithoutStage(),
            _ => query.circle,
        });

    public bool IsJust(params ReadOnlySpan<(string Name, string Value)> wanted)
    {
        var own = values.Where(pair => pair.Key != "order").ToDictionary();
        foreach (var (name, value) in wanted)
        {
            if (!own.Remove(name, out var found) || found != value)
            {
                return false;
            }
        }

        return own.Count == 0;
    }

    private T? Of<T>(Dictionary<string, T> words, string name)
        where T : struct => this[name] is { } value && words.TryGetValue(value, out var found) ? found : null;

    private int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
