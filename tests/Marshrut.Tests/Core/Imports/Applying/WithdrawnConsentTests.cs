using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Register.Editing;
using Marshrut.Tests.TestDatabases;

namespace Marshrut.Tests.Core.Imports.Applying;

/// <summary>DOMAIN §13: what was taken back stays so, whatever old file is loaded again.</summary>
public class WithdrawnConsentTests
{
    private const string Header =
        "Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Согласие на передачу в ЦЗН;Согласие на данные о здоровье;Согласие на определение риска;Инвалидность или ОВЗ;Рекомендации по условиям труда";

    [Theory, BothDatabases]
    public async Task The_file_of_before_does_not_bring_a_withdrawn_consent_back_and_a_newer_document_signs_anew(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        string[] file = [Header, Row(21, "Ольхова", "01.11.2026"), Row(22, "Липова", "01.11.2026")];
        await Import(bench, file);
        var (id, other) = (await bench.Find("21"), await bench.Find("22"));
        foreach (var purpose in Enum.GetValues<ConsentPurpose>())
        {
            (await bench.WithdrawConsent(id, purpose)).IsWritten.ShouldBeTrue();
        }

        var preview = await bench.Database.Preview(bench.Organization, file);
        var again = await Import(bench, file);

        again.Counts().ShouldBe((0, 0, 2, 0));
        preview.Counts().ShouldBe(again.Counts());
        var notice = again.Notices.Single(one => one.Code == ImportNoticeCodes.ConsentWithdrawn);
        notice.Message.ShouldContain("строка 2: отозвано 23.11.2026");
        notice.Message.ShouldNotContain("строка 3");
        preview.Notices.ShouldContain(notice);
        (await Consents(bench, id)).ShouldBe((null, null, null, FactValue.Unknown, false));
        (await Consents(bench, other)).ShouldBe((Day(1), Day(1), Day(1), FactValue.Yes, true));

        bench.Database.Clock.Advance(TimeSpan.FromDays(3));
        (await Import(bench, Header, Row(21, "Ольхова", "23.11.2026"))).Counts().ShouldBe((0, 0, 1, 0), "signed on the day of the withdrawal");
        (await Import(bench, Header, Row(21, "Ольхова", "24.11.2026"))).Counts().ShouldBe((0, 1, 0, 0));
        (await Consents(bench, id)).ShouldBe((Day(24), Day(24), Day(24), FactValue.Yes, true));
        var last = await Import(bench, file);
        last.Counts().ShouldBe((0, 0, 2, 0), "an old date takes nothing from the new document");
        (await Consents(bench, id)).ShouldBe((Day(24), Day(24), Day(24), FactValue.Yes, true));
    }

    [Theory, BothDatabases]
    public async Task Other_cells_of_such_a_row_come_in_and_one_purpose_says_nothing_of_another(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        await Import(bench, Header, Row(21, "Ольхова", "01.11.2026"));
        var id = await bench.Find("21");
        (await bench.WithdrawConsent(id, ConsentPurpose.Transfer)).IsWritten.ShouldBeTrue();

        (await Import(bench, Header, Row(21, "Кленова", "01.11.2026").Replace(";01.11.2026;да", ";02.11.2026;да"))).Counts().ShouldBe((0, 1, 0, 0));

        (await bench.Card(id)).Person.LastName.ShouldBe("Кленова");
        (await Consents(bench, id)).ShouldBe((null, Day(1), Day(2), FactValue.Yes, true));
    }

    private static DateOnly Day(int day) => new(2026, 11, day);

    private static string Row(int number, string surname, string signed) => $"{number};{surname};Вера;01.05.2007;09.02.07;2027;{signed};{signed};{signed};да;не поднимать тяжёлое";

    private static async Task<Marshrut.Core.Imports.ImportReport> Import(CardBench bench, params string[] lines)
    {
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        return await bench.Database.Import(bench.Organization, lines);
    }

    private static async Task<(DateOnly? Transfer, DateOnly? Health, DateOnly? Risk, FactValue Disability, bool Limits)> Consents(CardBench bench, long id)
    {
        var (card, facts) = (await bench.Card(id), await bench.PersonFacts(id));
        return (card.Person.TransferConsentOn, facts.HealthConsentOn.Day, card.Person.RiskConsentOn, facts.Get(FactCode.Disability, FactRank.Stated).Value, facts.WorkLimitsEvidenceId != 0);
    }
}
