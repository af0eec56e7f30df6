using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Responses;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Register.Editing;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Profiling.Questionnaires;

/// <summary>An own questionnaire: written, published, answered, changed; what was answered never changes.</summary>
public class OwnQuestionnaireTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_published_version_stays_while_the_draft_goes_on(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = (await bench.Use<StartQuestionnaire, long?>(start => start.Start("last-course", Cancel)))!.Value;
        var code = OwnQuestionnaire.CodeOf(id);
        (await Find(bench, code)).ShouldBeNull(); // a draft is asked of nobody

        // A fact that lives three months, by an own question.
        await Change(bench, id, 0, (draft, next) => QuestionnaireEditing.Put(draft, 0, new Question(next, QuestionKind.One, "Вы сирота?",
            [new AnswerOption("a1", "Да", new FactFeed(FactCode.Orphan, FactValue.Yes)), new AnswerOption("a2", "Нет")], FactMonths: 3)));
        (await Publish(bench, id, 1)).ShouldBe(1);
        (await Publish(bench, id, 2)).ShouldBe(1); // nothing new to publish

        var card = await bench.Find("2");
        var asked = (await Find(bench, code))!;
        var given = new Dictionary<string, IReadOnlyList<string>>
        {
            ["experience"] = ["yes"],
            ["events"] = ["yes"],
            ["cv"] = ["yes"],
            ["q9"] = ["a1"],
            ["after"] = ["own"],
            ["leave"] = ["no"],
            ["help"] = ["nothing"],
        };
        (await bench.Use<RecordResponse, RecordedResponse?>(record => record.Record(new ResponseInput(card, asked, new Answers(given), ResponseWay.InPerson, null), Cancel))).ShouldNotBeNull();
        var fact = (await bench.Card(card)).Facts.First(one => one.Title == "Сирота или без попечения родителей" && one.Source == "анкета");
        fact.Value.ShouldBe("да");

        await Change(bench, id, 2, (draft, _) => QuestionnaireEditing.Remove(draft, "q9") with { Title = "Другое имя" });
        (await Find(bench, code))!.Questions.Count().ShouldBe(9);
        var line = (await bench.Use<ListQuestionnaires, IReadOnlyList<QuestionnaireLine>>(list => list.List(Cancel)))[0];
        (line.Code, line.Title, line.Published, line.IsChanged, line.Responses).ShouldBe((code, "Другое имя", 1, true, 1));
        (await Publish(bench, id, 3)).ShouldBe(2);
        (await Find(bench, code))!.Questions.Count().ShouldBe(8);
        (await Find(bench, code, 1))!.Questions.Count().ShouldBe(9);

        // What was answered reads as it was asked.
        var person = await bench.Read(db => db.Enrolments.Where(row => row.Id == card).Select(row => row.PersonId).SingleAsync(Cancel));
        var response = (await bench.Use<ListResponses, IReadOnlyList<ResponseLine>>(list => list.OfPerson(person, Cancel))).ShouldHaveSingleItem();
        response.Title.ShouldBe("Выпускной курс: готовность к работе, копия");
        (await bench.Use<ShowResponse, ShownResponse?>(show => show.Show(response.Id, card, Cancel)))!.Asked.ShouldContain(pair => pair.Question.Text == "Вы сирота?" && pair.Words == "Да");

        // A new question never gets the code of the removed one.
        await Change(bench, id, 4, (draft, next) => QuestionnaireEditing.Put(draft, 0, new Question(next, QuestionKind.Text, "Где?", [])));
        (await Shown(bench, id)).Draft.Questions.ShouldContain(question => question.Code == "q10");
        (await bench.Use<ChangeQuestionnaire, bool>(change => change.Offer(id, 5, offered: false, Cancel))).ShouldBeTrue();
        (await bench.Use<FindQuestionnaire, IReadOnlyList<Questionnaire>>(find => find.Offered(Cancel))).ShouldAllBe(one => one.Code != code);
        (await bench.Use<VerifyAudit, AuditVerdict>(verify => verify.Verify(null, Cancel))).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Without_the_five_mandatory_requests_nothing_is_published(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = (await bench.Use<StartQuestionnaire, long?>(start => start.Start(null, Cancel)))!.Value;
        (await Should.ThrowAsync<RuleViolation>(() => Publish(bench, id, 0))).Message.ShouldContain("Назовите анкету");
        await Change(bench, id, 0, (draft, _) => QuestionnaireEditing.Remove(draft, "q1") with { Title = "Своя" });
        (await Shown(bench, id)).Problems.Count.ShouldBe(5);
        (await Should.ThrowAsync<RuleViolation>(() => Publish(bench, id, 1))).Code.ShouldBe("questionnaire-unready");
        (await bench.Read(db => db.PublishedQuestionnaires.CountAsync(Cancel))).ShouldBe(0);
        (await Should.ThrowAsync<RuleViolation>(() => Change(bench, id, 0, (draft, _) => draft))).Code.ShouldBe("questionnaire-changed");
        (await bench.Use<StartQuestionnaire, long?>(start => start.Start("own-999", Cancel))).ShouldBeNull();

        // Too many questions are refused before they are written.
        (await Should.ThrowAsync<RuleViolation>(() => Change(bench, id, 1, (draft, _) =>
            Enumerable.Range(0, QuestionnaireProblems.MostQuestions + 1).Aggregate(draft, (known, number) => QuestionnaireEditing.Put(known, 0, new Question($"x{number}", QuestionKind.Text, "Где?", [])))))).Code.ShouldBe("draft-large");
    }

    [Theory, BothDatabases]
    public async Task Another_organisation_sees_neither_draft_nor_version(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = (await bench.Use<StartQuestionnaire, long?>(start => start.Start("last-course", Cancel)))!.Value;
        await Publish(bench, id, 0);
        var other = await bench.Database.AddOrganization(Marshrut.Rules.Organizations.OrganizationKind.College);
        await using var scope = bench.Database.Enter(other);
        (await scope.ServiceProvider.GetRequiredService<FindQuestionnaire>().Find(OwnQuestionnaire.CodeOf(id), null, Cancel)).ShouldBeNull();
        (await scope.ServiceProvider.GetRequiredService<ShowDraft>().Show(id, Cancel)).ShouldBeNull();
        (await scope.ServiceProvider.GetRequiredService<ChangeQuestionnaire>().Publish(id, 1, Cancel)).ShouldBeNull();
        (await scope.ServiceProvider.GetRequiredService<StartQuestionnaire>().Start(OwnQuestionnaire.CodeOf(id), Cancel)).ShouldBeNull();
    }

    private static Task<Questionnaire?> Find(CardBench bench, string code, int? version = null) => bench.Use<FindQuestionnaire, Questionnaire?>(find => find.Find(code, version, Cancel));

    private static async Task<ShownDraft> Shown(CardBench bench, long id) => (await bench.Use<ShowDraft, ShownDraft?>(show => show.Show(id, Cancel)))!;

    private static Task<bool> Change(CardBench bench, long id, int seen, Func<Questionnaire, string, Questionnaire> change) =>
        bench.Use<ChangeQuestionnaire, bool>(one => one.Change(id, seen, change, Cancel));

    private static Task<int?> Publish(CardBench bench, long id, int seen) => bench.Use<ChangeQuestionnaire, int?>(change => change.Publish(id, seen, Cancel));
}
