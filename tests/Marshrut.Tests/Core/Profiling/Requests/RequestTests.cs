using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling;
using Marshrut.Tests.Core.Register.Editing;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Profiling.Requests;

/// <summary>What people want help with.</summary>
public class RequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_request_is_written_taken_up_met_and_opened_anew(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var card = await bench.Find("1");
        var user = await AddSpecialist(bench, "anna", "Проверкина Анна");

        (await Add(bench, card, "first-job", "ищет рядом с домом")).ShouldBeTrue();

        var asked = await Only(bench, card);
        (asked.Title, asked.Wish, asked.Line.State, asked.Line.Responsible).ShouldBe(("Найти первую работу", "ищет рядом с домом", RequestState.Open, null));
        await Move(bench, asked, RequestStep.Assign, user);
        var taken = await Only(bench, card);
        (taken.Line.State, taken.Line.Responsible).ShouldBe((RequestState.InWork, "Проверкина Анна"));
        (await bench.Read(db => db.Notices.CountAsync(row => row.UserId == user && row.Kind == NoticeKind.RequestAssigned, Cancel))).ShouldBe(1);
        (await Refusal(() => Move(bench, asked, RequestStep.Meet, result: "нашли"))).ShouldBe("request-changed");
        (await Refusal(() => Move(bench, taken, RequestStep.Meet, result: " "))).ShouldBe("text-missing");
        (await Refusal(() => Move(bench, taken, RequestStep.Assign, user))).ShouldBe("step-not-possible");
        await Move(bench, taken, RequestStep.Meet, result: "вышла на работу");
        var met = await Only(bench, card);
        (met.Line.State, met.Result, met.Line.ClosedOn).ShouldBe((RequestState.Met, "вышла на работу", bench.Database.Clock.Today));
        (await Refusal(() => Move(bench, met, RequestStep.Withdraw, result: "передумала"))).ShouldBe("step-not-possible");
        await Move(bench, met, RequestStep.Reopen);
        var again = await Only(bench, card);
        (again.Line.State, again.Result, again.Line.ResponsibleId).ShouldBe((RequestState.Open, null, null));
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.RequestAdded || row.Action == AuditActions.RequestMoved, Cancel))).ShouldBe(4);
        (await bench.Use<VerifyAudit, AuditVerdict>(verify => verify.Verify(null, Cancel))).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task One_of_a_type_goes_on_at_a_time(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var card = await bench.Find("1");
        await Add(bench, card, "cv");

        (await Refusal(() => Add(bench, card, "cv"))).ShouldBe("request-going");
        await Add(bench, card, "interview");
        var first = (await Of(bench, card)).Single(one => one.Line.Type == "cv");
        await Move(bench, first, RequestStep.Withdraw, result: "составила сама");
        await Add(bench, card, "cv");
        (await Refusal(async () => await Move(bench, (await Of(bench, card)).Single(one => one.Line.Id == first.Line.Id), RequestStep.Reopen))).ShouldBe("request-going");

        (await Of(bench, card)).Select(one => (one.Line.Type, one.Line.State)).ShouldBe([("cv", RequestState.Open), ("interview", RequestState.Open), ("cv", RequestState.Withdrawn)]);
    }

    [Theory, BothDatabases]
    public async Task Only_known_types_and_own_staff_are_taken_and_a_foreign_card_is_nobody(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var card = await bench.Find("1");
        (await Refusal(() => Add(bench, card, "no-such-type"))).ShouldBe("no-type");
        (await Refusal(() => Add(bench, card, null))).ShouldBe("no-type");
        (await Refusal(() => bench.Use<AddRequest, bool>(add => add.Add(new NewRequest(card, "cv", null, 424_242), Cancel)))).ShouldBe("no-such-responsible");
        (await Add(bench, 424_242, "cv")).ShouldBeFalse();
        await Add(bench, card, "cv");
        var request = await Only(bench, card);

        var other = await bench.Database.AddOrganization();
        await using var scope = bench.Database.Enter(other);
        (await scope.ServiceProvider.GetRequiredService<ShowRequest>().Show(request.Line.Id, Cancel)).ShouldBeNull();
        (await scope.ServiceProvider.GetRequiredService<AddRequest>().Add(new NewRequest(card, "cv", null, null), Cancel)).ShouldBeFalse();
        (await scope.ServiceProvider.GetRequiredService<MoveRequest>().Move(new RequestMove(request.Line.Id, RequestStep.Withdraw, 0, Result: "чужой"), Cancel)).ShouldBeFalse();
        (await scope.ServiceProvider.GetRequiredService<ListRequests>().List(new RequestFilter(), null, null, Cancel)).Count.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task An_organisation_adds_types_and_a_retired_one_keeps_its_requests(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var card = await bench.Find("1");
        await Types(bench, change => change.Add(" Найти  жильё ", Cancel));
        var own = (await bench.Use<ListRequestTypes, IReadOnlyList<RequestTypeLine>>(list => list.List(Cancel))).Single(type => type.OwnId is not null);
        own.Title.ShouldBe("Найти жильё");
        (await Refusal(() => Types(bench, change => change.Add("найти жильё", Cancel)))).ShouldBe("type-known");
        (await Refusal(() => Types(bench, change => change.Add("", Cancel)))).ShouldBe("title-missing");
        await Add(bench, card, own.Code);

        await Types(bench, change => change.Offer(own.OwnId!.Value, offered: false, Cancel));

        (await Only(bench, card)).Title.ShouldBe("Найти жильё");
        var second = await bench.Find("2");
        (await Refusal(() => Add(bench, second, own.Code))).ShouldBe("no-type");
        await Types(bench, change => change.Offer(own.OwnId!.Value, offered: true, Cancel));
        (await Add(bench, second, own.Code)).ShouldBeTrue();
        await using var scope = bench.Database.Enter(await bench.Database.AddOrganization());
        (await scope.ServiceProvider.GetRequiredService<ListRequestTypes>().List(Cancel)).ShouldAllBe(type => type.OwnId == null);
        (await scope.ServiceProvider.GetRequiredService<ChangeRequestTypes>().Offer(own.OwnId!.Value, offered: false, Cancel)).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task The_list_is_narrowed_and_turned_both_ways_and_leaves_as_a_file(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var cards = await bench.Read(db => db.Enrolments.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(Cancel));
        var types = RequestTypes.All;
        foreach (var card in cards)
        {
            foreach (var type in types)
            {
                await Add(bench, card, type.Code);
            }
        }

        var all = cards.Count * types.Count;
        (await List(bench, new RequestFilter(Type: "cv"))).Count.ShouldBe(cards.Count);
        (await List(bench, new RequestFilter(Search: "нетак"))).Count.ShouldBe(0);
        (await List(bench, new RequestFilter(RequestState.InWork))).Counts.ShouldBe(new Dictionary<RequestState, int> { [RequestState.Open] = all });
        var seen = new List<long>();
        for (var page = await List(bench, new RequestFilter()); ; page = await List(bench, new RequestFilter(), after: page.Lines[^1].Id))
        {
            page.Count.ShouldBe(all);
            seen.AddRange(page.Lines.Select(line => line.Id));
            if (!page.HasNext)
            {
                (seen.Count > ListRequests.PageSize).ShouldBe(page.HasPrevious);
                break;
            }
        }

        seen.ShouldBeUnique();
        seen.Count.ShouldBe(all);
        if (all > ListRequests.PageSize)
        {
            (await List(bench, new RequestFilter(), before: seen[ListRequests.PageSize])).Lines.Select(line => line.Id).ShouldBe(seen.Take(ListRequests.PageSize));
        }

        using var file = new MemoryStream();
        await bench.Use<ExportRequests, bool>(async export =>
        {
            await export.Write(new RequestFilter(Type: "cv"), file, Cancel);
            return true;
        });
        file.Length.ShouldBeGreaterThan(1000);
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.Exported, Cancel))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Words_are_sealed_and_go_with_the_person(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var card = await bench.Find("1");
        await Add(bench, card, "cv", "боится собеседований");
        var wish = await bench.Read(db => db.ClientRequests.Select(row => row.Wish).SingleAsync(Cancel));
        System.Text.Encoding.UTF8.GetString(wish!).ShouldNotContain("боится");

        var person = await bench.Read(db => db.Enrolments.Where(row => row.Id == card).Select(row => row.PersonId).SingleAsync(Cancel));
        await bench.Read(async db =>
        {
            await db.Evidence.Where(row => row.PersonId == person).ExecuteDeleteAsync(Cancel);
            await db.Enrolments.Where(row => row.PersonId == person).ExecuteDeleteAsync(Cancel);
            return await db.People.Where(row => row.Id == person).ExecuteDeleteAsync(Cancel);
        });

        (await bench.Read(db => db.ClientRequests.CountAsync(Cancel))).ShouldBe(0);
    }

    private static Task<long> AddSpecialist(CardBench bench, string login, string name) => bench.Use<AddUser, long>(
        async add => (await add.Add(new NewUser(login, Role.CareerCentreSpecialist, bench.Organization.Code, FullName: name), Cancel)).Id);

    private static Task<bool> Add(CardBench bench, long card, string? type, string? wish = null) =>
        bench.Use<AddRequest, bool>(add => add.Add(new NewRequest(card, type, wish, null), Cancel));

    private static Task<bool> Move(CardBench bench, ShownRequest request, RequestStep step, long? user = null, string? result = null) =>
        bench.Use<MoveRequest, bool>(move => move.Move(new RequestMove(request.Line.Id, step, request.Version, user, result), Cancel));

    private static Task<bool> Types(CardBench bench, Func<ChangeRequestTypes, Task> change) => bench.Use<ChangeRequestTypes, bool>(async types =>
    {
        await change(types);
        return true;
    });

    private static async Task<IReadOnlyList<ShownRequest>> Of(CardBench bench, long card)
    {
        var person = await bench.Read(db => db.Enrolments.Where(row => row.Id == card).Select(row => row.PersonId).SingleAsync(Cancel));
        return await bench.Use<ShowRequest, IReadOnlyList<ShownRequest>>(show => show.OfPerson(person, Cancel));
    }

    private static async Task<ShownRequest> Only(CardBench bench, long card) => (await Of(bench, card)).ShouldHaveSingleItem();

    private static Task<RequestPage> List(CardBench bench, RequestFilter filter, long? after = null, long? before = null) =>
        bench.Use<ListRequests, RequestPage>(list => list.List(filter, after, before, Cancel));

    private static async Task<string> Refusal(Func<Task> act) => (await Should.ThrowAsync<RuleViolation>(act)).Code;
}
