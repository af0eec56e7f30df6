using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Register.Cards;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Register.Editing;

/// <summary>A register of six whose cards are worked with; each step acts in a scope of its own, as a request does, and a minute later.</summary>
internal sealed class CardBench(TestDatabase database, Organization organization) : IAsyncDisposable
{
    public const string Why = "по заявлению студента";

    public TestDatabase Database => database;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Organization Organization => organization;

    public static async Task<CardBench> Create(DatabaseProvider provider, OrganizationKind kind = OrganizationKind.College, Action<IServiceCollection>? addServices = null)
    {
        var database = await TestDatabase.Create(provider, addServices);
        var bench = new CardBench(database, await database.AddOrganization(kind));
        await bench.Use<IServiceProvider, bool>(async services =>
        {
            await SmallRegister.Load(services, SmallRegister.Six);
            return true;
        });
        return bench;
    }

    public async Task<TResult> Use<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run, string actor = "user:1", bool restricted = false)
        where TUseCase : notnull
    {
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = database.Enter(organization, actor, restricted);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task<T> Read<T>(Func<MarshrutDb, Task<T>> read) => Use(read);

    public Task<bool> Assess() => Use<IServiceProvider, bool>(async services =>
    {
        await SmallRegister.Assess(services);
        return true;
    });

    /// <summary>The study with this number of the register.</summary>
    public Task<long> Find(string externalId) => Read(db => db.Enrolments.Where(row => row.ExternalId == externalId).Select(row => row.Id).SingleAsync(Cancel));

    public async Task<CardForm> Form(long id) => (await Use<ReadCardForm, CardForm?>(forms => forms.Read(id, Cancel)))!;

    public async Task<PersonCard> Card(long id, FactAccess access = FactAccess.Ordinary) => (await Use<ShowPerson, PersonCard?>(show => show.Show(id, access, Cancel)))!;

    /// <summary>Typed as the form shows the person, but for these fields.</summary>
    public async Task<CardAnswer> Edit(long id, SeenCard? seen = null, bool knows = false, string? reason = Why, string actor = "user:1", params (string Key, string? Text)[] typed)
    {
        var form = await Form(id);
        var texts = form.Person.Fields().Where(field => !field.Key.StartsWith("consent", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Text);
        foreach (var (key, text) in typed)
        {
            texts[key] = text;
        }

        return (await Use<EditPerson, CardAnswer?>(edit => edit.Edit(new PersonEdit(id, texts, reason, seen ?? form.Seen, knows), Cancel), actor))!;
    }

    public async Task<CardAnswer> EditStudy(long id, params (string Key, string? Text)[] typed)
    {
        var form = await Form(id);
        var texts = form.Study.Fields().ToDictionary(field => field.Key, field => field.Text);
        foreach (var (key, text) in typed)
        {
            texts[key] = text;
        }

        return (await Use<EditEnrolment, CardAnswer?>(edit => edit.Edit(new EnrolmentEdit(id, texts, Why, form.Seen), Cancel)))!;
    }

    public async Task<CardAnswer> Enter(long id, FactCode fact, FactValue value, bool restricted = false, DateOnly? to = null)
    {
        var form = await Form(id);
        return (await Use<EnterFact, CardAnswer?>(
            enter => enter.Enter(new FactByHand(id, fact, value, "справка № 14", null, to, Why, form.Seen), Cancel), restricted: restricted))!;
    }

    public async Task<CardAnswer> Withdraw(long id, FactCode fact)
    {
        var form = await Form(id);
        return (await Use<WithdrawFact, CardAnswer?>(withdraw => withdraw.Withdraw(new FactWithdrawal(id, fact, "внесли не тому", form.Seen), Cancel)))!;
    }

    public async Task<CardAnswer> Sign(long id, ConsentPurpose purpose, DateOnly? day = null) =>
        (await Use<SignConsent, CardAnswer?>(sign => sign.Sign(new SignedConsent(id, purpose, day ?? database.Clock.Today, Representative: "Петрова Анна Сергеевна, мать"), Cancel)))!;

    public async Task<CardAnswer> WithdrawConsent(long id, ConsentPurpose purpose) =>
        (await Use<WithdrawConsent, CardAnswer?>(withdraw => withdraw.Withdraw(new ConsentWithdrawal(id, purpose, database.Clock.Today, Why), Cancel)))!;

    public Task<PersonFacts> PersonFacts(long id) => Use<IServiceProvider, PersonFacts>(async services =>
    {
        var db = services.GetRequiredService<MarshrutDb>();
        var person = await db.People.SingleAsync(row => db.Enrolments.Any(study => study.Id == id && study.PersonId == row.Id), Cancel);
        return services.GetRequiredService<Sealer>().OpenPersonFacts(person.Facts, person.Id);
    });

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
