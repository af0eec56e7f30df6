using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Register.Cards;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Agreements;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Register.Editing;

/// <summary>R46: a consent to a transfer names an employment centre, or does not allow one.</summary>
public class ConsentRecipientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_imported_consent_counts_for_the_service_of_the_single_live_agreement(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var centre = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        var second = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        var (alone, one, two, past) = (await College(), await College(), await College(), await College());
        await MadeAgreement.Add(database, one, centre);
        await MadeAgreement.Add(database, one, second, MadeAgreement.Terms(from: "2025-09-01", to: "2026-11-22", signed: "2025-08-01"));
        await MadeAgreement.Add(database, two, centre);
        await MadeAgreement.Add(database, two, second);
        await MadeAgreement.Add(database, past, centre, MadeAgreement.Terms(to: "2026-11-22"));

        foreach (var (college, recipient) in new[] { (alone, (long?)null), (one, centre.Id), (two, null), (past, null) })
        {
            await using var scope = database.Enter(college);
            await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
            var consents = await Consents(scope.ServiceProvider);
            consents.Where(consent => consent.Purpose == ConsentPurpose.Transfer).Select(consent => consent.RecipientId).ShouldBe([recipient, recipient]);
            consents.Single(consent => consent.Purpose == ConsentPurpose.Health).RecipientId.ShouldBeNull();
            var lengths = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Consents.Select(row => row.Sealed.Length).ToListAsync(Cancel);
            lengths.Distinct().Count().ShouldBe(1, "the length of a row must not tell what it is about (R27)");
        }

        Task<Organization> College() => database.AddOrganization(OrganizationKind.College);
    }

    [Theory, BothDatabases]
    public async Task Consents_that_an_employment_centre_imports_name_nobody(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var centre = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        await MadeAgreement.Add(database, centre, await database.AddOrganization(OrganizationKind.College));
        await using var scope = database.Enter(centre);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six[0]);

        (await Consents(scope.ServiceProvider)).ShouldHaveSingleItem().RecipientId.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task By_hand_the_only_service_is_taken_one_of_several_is_chosen_and_the_card_shows_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization(OrganizationKind.College);
        var centre = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        var second = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        var stranger = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        await using (var scope = database.Enter(college))
        {
            await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        }

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var (anna, ilya, yana) = (await Study("Ёлкина"), await Study("Борисов"), await Study("Викторова"));
        (await Recipient(anna)).ShouldBeNull("imported before there was an agreement");
        var first = await MadeAgreement.Add(database, college, centre);
        (await Recipient(anna)).ShouldBe(new ConsentRecipient(centre.Id, centre.Name, IsInForce: true), "the single live agreement, though it came later");
        (await Sign(ilya, null)).IsWritten.ShouldBeTrue();
        (await Recipient(ilya)).ShouldBe(new ConsentRecipient(centre.Id, centre.Name, IsInForce: true));

        await MadeAgreement.Add(database, second, college);
        (await Recipient(anna)).ShouldBeNull("which of the two it is nobody said");
        (await Name(anna, null)).Problems.Keys.ShouldBe(["recipientId"]);
        (await Name(anna, stranger.Id)).Problems.Keys.ShouldBe(["recipientId"]);
        (await Name(anna, second.Id, "2026-11-02")).Problems[""].ShouldContain("Согласие изменилось");
        (await Name(anna, second.Id)).IsWritten.ShouldBeTrue("the same document, and whom it names");
        (await Recipient(anna))!.Name.ShouldBe(second.Name);
        (await Name(anna, centre.Id)).Problems[""].ShouldContain("Согласие изменилось", Case.Sensitive, "a colleague was quicker");
        (await History(anna)).ShouldContain(sentence => sentence == $"Указан получатель согласия. Получатель: пусто → {second.Name}.");
        (await Sign(anna, second.Id, "2026-11-01")).Problems["signedOn"].ShouldContain("Уже записано согласие");
        (await Sign(anna, centre.Id, "2026-11-03")).IsWritten.ShouldBeTrue("a newer document");
        (await History(anna)).ShouldContain(sentence => sentence.EndsWith($"Получатель: {second.Name} → {centre.Name}."));
        (await Recipient(yana)).ShouldBeNull();

        await End(first);
        (await Recipient(anna)).ShouldBe(new ConsentRecipient(centre.Id, centre.Name, IsInForce: false));
        (await Recipient(yana)).ShouldBe(new ConsentRecipient(second.Id, second.Name, IsInForce: true), "one agreement is left");
        (await Withdraw(anna)).IsWritten.ShouldBeTrue();
        (await Name(anna, second.Id, "2026-11-03")).Problems[""].ShouldContain("Согласие изменилось", Case.Sensitive, "what was taken back stays so");
        (await Sign(anna, second.Id, "2026-11-03")).Problems["signedOn"].ShouldContain("отозвано");
        (await Card(anna)).Person.TransferConsentOn.ShouldBeNull();

        async Task<long> Study(string surname) => await In(services => services.GetRequiredService<MarshrutDb>().Enrolments
            .Where(study => services.GetRequiredService<MarshrutDb>().People.Any(person => person.Id == study.PersonId && person.LastName == surname)).Select(study => study.Id).SingleAsync(Cancel));
        async Task<CardAnswer> Sign(long study, long? recipient, string day = "2026-11-20") => (await In(services => services.GetRequiredService<SignConsent>()
            .Sign(new SignedConsent(study, ConsentPurpose.Transfer, MadeAgreement.Day(day), recipient), Cancel)))!;
        async Task<CardAnswer> Name(long study, long? recipient, string day = "2026-11-01") => (await In(services => services.GetRequiredService<NameConsentRecipient>()
            .Name(new ConsentNaming(study, MadeAgreement.Day(day), recipient), Cancel)))!;
        async Task<CardAnswer> Withdraw(long study) => (await In(services => services.GetRequiredService<WithdrawConsent>()
            .Withdraw(new ConsentWithdrawal(study, ConsentPurpose.Transfer, database.Clock.Today, CardBench.Why), Cancel)))!;
        Task End(long agreement) => In(async services =>
        {
            var row = await services.GetRequiredService<MarshrutDb>().Agreements.Where(one => one.Id == agreement)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedOn, MadeAgreement.Day("2026-11-20")), Cancel);
            return row;
        });
        async Task<ConsentRecipient?> Recipient(long study) => (await Card(study)).ConsentRecipient;
        async Task<IEnumerable<string>> History(long study) => (await Card(study)).History.Select(one => one.Sentence);
        async Task<PersonCard> Card(long study) => (await In(services => services.GetRequiredService<ShowPerson>().Show(study, FactAccess.Ordinary, Cancel)))!;
        async Task<T> In<T>(Func<IServiceProvider, Task<T>> read)
        {
            database.Clock.Advance(TimeSpan.FromSeconds(1));
            await using var scope = database.Enter(college);
            return await read(scope.ServiceProvider);
        }
    }

    private static async Task<List<Consent>> Consents(IServiceProvider services) =>
        (await services.GetRequiredService<MarshrutDb>().Consents.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => Consent.Open(services.GetRequiredService<Sealer>(), row));
}
