using System.Text;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class CharacteristicsTests
{
    [Fact]
    public Task The_methodology_is_the_approved_one() => ApprovedFile.Check("docs/risk-methodology.approved.md", Document());

    [Fact]
    public void Numbers_and_codes_are_unique_and_in_the_order_of_the_domain()
    {
        Characteristics.Federal.Select(c => c.Number).ShouldBe(Enumerable.Range(1, Characteristics.FederalCount));
        Characteristics.Federal.Select(c => c.Code).ShouldBeUnique();
        Characteristics.Federal.Where(c => c.ImportHeader is not null).Select(c => c.ImportHeader).ShouldBeUnique();
    }

    [Fact]
    public void Every_fact_feeds_the_characteristic_of_its_number()
    {
        foreach (var code in Enum.GetValues<FactCode>())
        {
            Characteristics.Of(code).Number.ShouldBe((int)code);
            Characteristics.Of(code).ImportHeader.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Codes_are_found_and_strangers_are_not()
    {
        Characteristics.Find("orphan").ShouldBe(Characteristics.Get(3));
        Characteristics.Find("orphans").ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => Characteristics.Get(15));
    }

    [Fact]
    public void What_is_not_ordinary_has_a_neutral_title()
    {
        foreach (var characteristic in Characteristics.Federal)
        {
            (characteristic.NeutralTitle == characteristic.Title).ShouldBe(characteristic.Sensitivity == Sensitivity.Ordinary);
        }
    }

    [Fact]
    public void Health_offences_and_the_family_never_stand_in_lists() =>
        Characteristics.Federal.Where(c => !c.IsTagInLists).Select(c => c.Number).ShouldBe([2, 4, 13, 14]);

    private static string Document()
    {
        var text = new StringBuilder("""
            # Методика риска: четырнадцать характеристик

            Написано тестом по `Characteristics` и `MethodologyParameters.Federal`; правится там. Основания: DOMAIN §7, R1, R15, R19, R22, R24.

            | № | код | название | метка | столбец файла | вид | чувствительность | вес | в полноте | включена | если записей нет |
            |---|---|---|---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (characteristic, parameters) in Characteristics.Federal.Zip(MethodologyParameters.Federal.Characteristics))
        {
            text.Append($"| {characteristic.Number} | `{characteristic.Code}` | {characteristic.Title} | {characteristic.ShortName} | {characteristic.ImportHeader ?? "—"} ")
                .Append($"| {characteristic.Kind} | {characteristic.Sensitivity} | {parameters.Weight} | {YesNo(characteristic.CountsTowardsCompleteness)} ")
                .Append($"| {YesNo(parameters.Enabled)} | {parameters.Records?.ToString() ?? "—"} |\n");
        }

        text.Append("""

            ## Слова для людей

            | № | вместо названия тому, кто не вправе видеть | перестанет учитываться | у кого спросить |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var characteristic in Characteristics.Federal)
        {
            var neutral = characteristic.NeutralTitle == characteristic.Title ? "—" : characteristic.NeutralTitle;
            text.Append($"| {characteristic.Number} | {neutral} | {characteristic.RemovedBy ?? "—"} | {characteristic.WhomToAsk ?? "—"} |\n");
        }

        var federal = MethodologyParameters.Federal;
        text.Append($"""

            ## Федеральная версия

            - Уровень высокий: {(federal.Rule == LevelRule.Any ? "есть любая из характеристик" : $"баллов не меньше {federal.Points}")}.
            - № 1: доля занятых по направлению × {federal.EmploymentRatio} ≤ доли по региону; выпуск не меньше {federal.MinCohort} человек; горизонт, лет: {federal.Horizon}.
            - Приоритет: сумма весов, +{federal.LastCourseBonus} за последний курс, +{federal.GraduateWithoutWorkBonus} выпускнику без работы, −{federal.OfferDiscount} за договор с работодателем.
            - Сведения о работе (№ 11 и 12) из файла и внесённые вручную действуют {federal.StatedValidityMonths} месяцев.

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }

    private static string YesNo(bool value) => value ? "да" : "нет";
}
