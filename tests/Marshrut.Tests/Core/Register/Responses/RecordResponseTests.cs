using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Responses;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Register.Editing;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Core.Register.Responses;

/// <summary>Answers become facts of the person's own rank, requests and a new level.</summary>
public class RecordResponseTests
{
    private const string Ready = "experience=yes events=yes cv=yes after=signed place=Завод leave=no help=nothing";
    private const string Searching = "experience=no events=yes cv=no after=searching leave=no help=cv,first-job";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Answers_outweigh_the_file_make_requests_and_a_new_level(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        await bench.Assess();
        var card = await bench.Find("2");
        (await Level(bench, card)).ShouldBe(true); // «нет» to a CV in the file

        var done = await Record(bench, card, Ready);
        (done!.Facts, done.Requests, done.IsDetermined).ShouldBe((4, 0, true));
        (await Level(bench, card)).ShouldBe(false);
        (await bench.Read(db => db.ClientRequests.CountAsync(Cancel))).ShouldBe(0);

        // What the file stated stays beside the answer, outweighed; the newest of a rank stands.
        var facts = (await bench.Card(card)).Facts.Where(fact => fact.Title == "Резюме или занятия по поиску работы").ToList();
        facts.ConvertAll(fact => (fact.Source, fact.Value, fact.IsReplaced, fact.IsOutweighed)).ShouldBe([("анкета", "да", false, false), ("импорт", "нет", false, true)]);
        facts[1].Fact.ShouldBe(FactCode.JobSearchPreparation); // it can be withdrawn as before

        var again = await Record(bench, card, Searching);
        (again!.Facts, again.Requests).ShouldBe((3, 2)); // the fair is answered as before
        (await Level(bench, card)).ShouldBe(true);
        (await Record(bench, card, Searching))!.Requests.ShouldBe(0);
        var responses = await OfPerson(bench, card);
        responses.Count.ShouldBe(3);
        responses.ShouldAllBe(line => line.Title == "Выпускной курс: готовность к работе" && line.IsValid);
        var first = await bench.Use<ShowResponse, ShownResponse?>(show => show.Show(responses[^1].Id, card, Cancel));
        first!.Asked.Single(pair => pair.Question.Code == "place").Words.ShouldBe("Завод");
        (await bench.Use<ShowResponse, ShownResponse?>(async show => await show.Show(responses[^1].Id, await bench.Find("1"), Cancel))).ShouldBeNull();
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.ResponseRecorded, Cancel))).ShouldBe(3);
        (await bench.Use<VerifyAudit, AuditVerdict>(verify => verify.Verify(null, Cancel))).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task An_older_sheet_does_not_outweigh_a_newer_answer_and_an_ancient_one_is_refused(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var card = await bench.Find("2");
        await Record(bench, card, Ready);
        var today = bench.Database.Clock.Today;

        (await Record(bench, card, Searching, today.AddDays(-30)))!.Facts.ShouldBe(0);
        (await Refusal(() => Record(bench, card, Ready, today.AddDays(1)))).ShouldBe("on-unusable");
        (await Refusal(() => Record(bench, card, Ready, today.AddMonths(-12).AddDays(-1)))).ShouldBe("on-unusable");
        (await Refusal(() => Record(bench, card, "experience=yes"))).ShouldBe("answers-incomplete");
        (await Record(bench, 12345, Ready)).ShouldBeNull();
        (await OfPerson(bench, card)).Select(line => line.AnsweredOn).ShouldBe([today, today.AddDays(-30)]);
    }

    [Theory, BothDatabases]
    public async Task Answers_are_sealed_and_go_with_the_person(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var card = await bench.Find("2");
        await Record(bench, card, Ready);
        System.Text.Encoding.UTF8.GetString((await bench.Read(db => db.Responses.Select(row => row.Answers).SingleAsync(Cancel)))!).ShouldNotContain("Завод");

        var person = await bench.Read(db => db.Enrolments.Where(row => row.Id == card).Select(row => row.PersonId).SingleAsync(Cancel));
        await bench.Read(async db =>
        {
            await db.Evidence.Where(row => row.PersonId == person).ExecuteDeleteAsync(Cancel);
            await db.Enrolments.Where(row => row.PersonId == person).ExecuteDeleteAsync(Cancel);
            return await db.People.Where(row => row.Id == person).ExecuteDeleteAsync(Cancel);
        });

        (await bench.Read(db => db.Responses.CountAsync(Cancel))).ShouldBe(0);
    }

    internal static Answers Of(string given) => new(given.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => (IReadOnlyList<string>)pair[1].Split(',')));

    private static Task<RecordedResponse?> Record(CardBench bench, long card, string given, DateOnly? on = null) => bench.Use<RecordResponse, RecordedResponse?>(
        record => record.Record(new ResponseInput(card, ReadyQuestionnaires.Find("last-course")!, Of(given), ResponseWay.ByPhone, on), Cancel));

    private static Task<bool?> Level(CardBench bench, long card) => bench.Read(db => db.Assessments.Where(row => row.EnrolmentId == card && row.IsCurrent).Select(row => (bool?)row.IsHigh).SingleOrDefaultAsync(Cancel));

    private static async Task<IReadOnlyList<ResponseLine>> OfPerson(CardBench bench, long card)
    {
        var person = await bench.Read(db => db.Enrolments.Where(row => row.Id == card).Select(row => row.PersonId).SingleAsync(Cancel));
        return await bench.Use<ListResponses, IReadOnlyList<ResponseLine>>(list => list.OfPerson(person, Cancel));
    }

    private static async Task<string> Refusal(Func<Task> act) => (await Should.ThrowAsync<RuleViolation>(act)).Code;
}
