using System.Globalization;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Web.Pages.Risk.Methodologies.Region;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Risk.Methodologies;

/// <summary>One parameter on the sandbox's left side.</summary>
/// <param name="Name">Of the field in the form.</param>
/// <param name="Was">As it reads in what is tried against.</param>
/// <param name="WasValue">As the form writes it.</param>
/// <param name="Items">Null: it is written by hand.</param>
public sealed record TrialField(string Name, string Label, string Value, string Was, string WasValue, string? Hint = null, IEnumerable<SelectListItem>? Items = null)
{
    public bool IsChanged => Value.Trim() != WasValue;
}

/// <summary>The parameters of a methodology that a sandbox tries, beside those that it is tried against. All of it stands in the address: a trial can be sent on and come back to.</summary>
/// <param name="place">Address of the page.</param>
/// <param name="input">As written.</param>
/// <param name="before">What is tried against.</param>
/// <param name="query">Of the request.</param>
public sealed class TrialForm(string place, MethodologyForm input, MethodologyParameters before, IQueryCollection query)
{
    private readonly MethodologyForm was = MethodologyForm.Of(before);

    public string Place => place;

    public MethodologyForm Input => input;

    public MethodologyParameters Before => before;

    public IReadOnlyList<TrialField> Fields =>
    [
        new("Input.Rule", "Правило уровня", input.Rule.ToString(), was.Rule == LevelRule.Any ? "любая характеристика" : "по баллам", was.Rule.ToString(), null, Rules),
        .. input.Rule == LevelRule.PointsAtLeast ? new[] { Number("Input.Points", "Баллов не меньше", input.Points, was.Points, "сумма весов того, что есть") } : [],
        new("Input.Ratio", "№ 1. Множитель к доле занятых", input.Ratio, was.Ratio, was.Ratio, "доля × множитель не больше региональной"),
        Number("Input.MinCohort", "№ 1. Наименьший выпуск", input.MinCohort, was.MinCohort, "меньше — «нет данных»"),
        Number("Input.Horizon", "№ 1. Горизонт, лет", input.Horizon, was.Horizon),
        .. new[] { 8, 9, 10 }.Select(Records),
        Number("Input.StatedValidityMonths", "№ 11 и 12. Сведения действуют, месяцев", input.StatedValidityMonths, was.StatedValidityMonths),
    ];

    public IReadOnlyList<TrialField> Bonuses =>
    [
        Number("Input.LastCourseBonus", "Прибавка выпускному курсу", input.LastCourseBonus, was.LastCourseBonus),
        Number("Input.GraduateWithoutWorkBonus", "Прибавка выпускнику без работы", input.GraduateWithoutWorkBonus, was.GraduateWithoutWorkBonus),
        Number("Input.OfferDiscount", "Скидка за договор", input.OfferDiscount, was.OfferDiscount),
    ];

    public IEnumerable<int> Numbers => Enumerable.Range(1, Characteristics.FederalCount);

    public CharacteristicForm Of(int number) => input.Characteristics[number - 1];

    public bool IsCharacteristicChanged(int number) => (Of(number).Enabled, Of(number).Weight) != (was.Characteristics[number - 1].Enabled, was.Characteristics[number - 1].Weight);

    public int Changed => Fields.Count(one => one.IsChanged) + Bonuses.Count(one => one.IsChanged) + Numbers.Count(IsCharacteristicChanged);

    /// <summary>The same page with one thing set, or taken out.</summary>
    public string With(string name, string? value)
    {
        var values = query.Where(one => one.Key != name && one.Key != "handler").SelectMany(one => one.Value.Select(text => KeyValuePair.Create(one.Key, text)));
        return QueryHelpers.AddQueryString(place, value is null ? values : values.Append(KeyValuePair.Create(name, (string?)value)));
    }

    /// <summary>A form that has come without its characteristics is none.</summary>
    public static bool IsFilled(MethodologyForm input) => input.Characteristics.Count == Characteristics.FederalCount;

    private static IEnumerable<SelectListItem> Rules => [new("любая", nameof(LevelRule.Any)), new("по баллам", nameof(LevelRule.PointsAtLeast))];

    private static TrialField Number(string name, string label, int value, int was, string? hint = null) =>
        new(name, label, Text(value), Russian.Number(was), Text(was), hint);

    private TrialField Records(int number)
    {
        var (value, old) = (Of(number).Records ?? RecordsRule.WhenRecordsKept, was.Characteristics[number - 1].Records ?? RecordsRule.WhenRecordsKept);
        return new(
            $"Input.Characteristics[{number - 1}].Records", $"№ {number}. Записей нет — значит «есть»", value.ToString(), MethodologyWords.Of(old), old.ToString(), null, EditModel.RecordRules);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
