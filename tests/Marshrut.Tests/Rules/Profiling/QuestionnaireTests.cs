using System.Text;
using CsCheck;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Profiling;

/// <summary>What is asked, what is missing, what follows.</summary>
public class QuestionnaireTests
{
    private static readonly Gen<(Questionnaire Questionnaire, Answers Answers)> response = Gen.OneOf([.. ReadyQuestionnaires.Versions]).SelectMany(questionnaire =>
        Gen.Int[0, int.MaxValue].Array[questionnaire.Questions.Count()].Select(seeds => (questionnaire, new Answers(questionnaire.Questions.Zip(seeds)
            .Select(pair => (pair.First.Code, Given: Given(pair.First, pair.Second))).Where(pair => pair.Given.Length > 0).ToDictionary(pair => pair.Code, pair => (IReadOnlyList<string>)pair.Given)))));

    [Fact]
    public void Ready_questionnaires_have_no_problem_and_find_out_all_five_mandatory_requests() =>
        ReadyQuestionnaires.Versions.SelectMany(QuestionnaireProblems.Of).ShouldBeEmpty();

    /// <summary>R40, and a list of answers must not tell of health.</summary>
    [Fact]
    public void None_asks_of_health_offences_or_relatives() =>
        ReadyQuestionnaires.Versions.SelectMany(one => one.Questions).SelectMany(question => question.Options).Select(option => option.Feed).OfType<FactFeed>()
            .ShouldAllBe(feed => Characteristics.Of(feed.Fact).IsTagInLists);

    /// <summary>A version that was answered is never edited: what stands here already stays.</summary>
    [Fact]
    public async Task The_texts_of_all_versions_are_the_approved_ones()
    {
        var text = new StringBuilder("# Готовые анкеты\n\nКаждая версия неизменна: правка — новая версия рядом. Файл сверяет проверка.\n");
        foreach (var one in ReadyQuestionnaires.Versions)
        {
            text.Append($"\n## {one.Title} (`{one.Code}`, версия {one.Version})\n\n{string.Join(", ", one.Stages.Select(RouteStages.Title))}.");
            text.Append(one.RiskFrom is { } from ? $" Баллы: до {one.MostPoints}, риск от {from}.\n" : "\n");
            foreach (var section in one.Sections)
            {
                text.Append(section.Title is null ? "" : $"\n### {section.Title}\n");
                foreach (var question in section.Questions)
                {
                    text.Append($"\n- `{question.Code}` {question.Text} ({question.Kind}{(question.IsRequired ? "" : ", необязательно")}{(question.When is { } when ? $", если `{when.Question}` = {string.Join(" / ", when.Options)}" : "")})\n");
                    foreach (var option in question.Options)
                    {
                        string?[] parts =
                        [
                            option.Feed is { } feed ? $"{Characteristics.Of(feed.Fact).Number} = {FactAnswers.Title(feed.Value)}" : null, option.Request is { } request ? $"запрос {request}" : null,
                            option.Points > 0 ? $"баллов {option.Points}" : null, option.IsAlone ? "одна" : null,
                        ];
                        text.Append($"  - `{option.Code}` {option.Text}{(parts.OfType<string>().Any() ? $" → {string.Join("; ", parts.OfType<string>())}" : "")}\n");
                    }
                }
            }
        }

        await ApprovedFile.Check("docs/questionnaires.approved.md", text.ToString());
    }

    [Theory]
    [InlineData("work=none why=searching months=3", "", "NotWorking Searching")]
    [InlineData("work=none", "why", "")]
    [InlineData("work=field why=searching", "", "Yes")] // «why» is not asked of who works
    [InlineData("work=other place=Завод", "", "No")]
    [InlineData("work=none why=searching months=три", "months", "")]
    [InlineData("work=field,none", "work why", "")]
    [InlineData("work=asleep", "work", "")]
    [InlineData("", "work", "")]
    public void A_branch_is_asked_where_its_answer_leads(string given, string problems, string facts)
    {
        var questionnaire = ReadyQuestionnaires.Find("graduate")!;
        var answers = Of(given + " help=nothing");

        string.Join(' ', ResponseReading.Problems(questionnaire, answers).Keys).ShouldBe(problems);
        if (problems.Length == 0)
        {
            string.Join(' ', ResponseReading.Conclude(questionnaire, answers).Facts.Select(feed => feed.Value)).ShouldBe(facts);
        }
    }

    [Theory]
    [InlineData("help=cv,first-job", "first-job cv", null)]
    [InlineData("help=nothing", "", null)]
    [InlineData("help=nothing,cv", null, "«Пока ничего не нужно» не выбирают вместе с другими ответами.")]
    [InlineData("", null, "Отметьте хотя бы один ответ.")]
    public void Wishes_become_requests(string given, string? requests, string? problem)
    {
        var questionnaire = ReadyQuestionnaires.Find("first-course")!;
        var answers = Of($"work=none choice=wanted {given}");

        ResponseReading.Problems(questionnaire, answers).GetValueOrDefault("help").ShouldBe(problem);
        if (requests is not null)
        {
            string.Join(' ', ResponseReading.Conclude(questionnaire, answers).Requests).ShouldBe(requests);
        }
    }

    /// <summary>The reference's own table: at risk from 5; the scores are not inverted.</summary>
    [Theory]
    [InlineData("work=contract target=yes experience=field practice=yes events=year cv=current interview=yes conscription=no move=no after=signed help=nothing", 0)]
    [InlineData("work=none target=no experience=none practice=none events=never cv=none interview=no conscription=yes move=yes after=unsure help=nothing", 14)]
    [InlineData("work=casual target=yes experience=other practice=yes events=earlier cv=current interview=yes conscription=no move=no after=searching help=cv", 5)]
    public void Points_add_up(string given, int expected)
    {
        var questionnaire = ReadyQuestionnaires.Find("points")!;

        ResponseReading.Problems(questionnaire, Of(given)).ShouldBeEmpty();
        ResponseReading.Conclude(questionnaire, Of(given)).Points.ShouldBe(expected);
        questionnaire.MostPoints.ShouldBe(14);
    }

    [Fact]
    public void Whatever_is_sent_only_asked_questions_count_and_keeping_them_changes_nothing() => response.Sample((questionnaire, answers) =>
    {
        var asked = ResponseReading.Asked(questionnaire, answers).Select(question => question.Code).ToHashSet();
        var kept = ResponseReading.Kept(questionnaire, answers);

        kept.Given.Keys.ShouldBeSubsetOf(asked);
        ResponseReading.Asked(questionnaire, kept).Select(question => question.Code).ShouldBe(ResponseReading.Asked(questionnaire, answers).Select(question => question.Code));
        ResponseReading.Problems(questionnaire, kept).ShouldBe(ResponseReading.Problems(questionnaire, answers));
        var (before, after) = (ResponseReading.Conclude(questionnaire, answers), ResponseReading.Conclude(questionnaire, kept));
        after.Facts.ShouldBe(before.Facts);
        after.Requests.ShouldBe(before.Requests);
        (after.Points, after.Facts.Select(feed => feed.Fact).Distinct().Count()).ShouldBe((before.Points, after.Facts.Count));
        (after.Points is null || after.Points <= questionnaire.MostPoints || questionnaire.Questions.Any(question => question.Kind == QuestionKind.One && kept.Of(question.Code).Count > 1)).ShouldBeTrue();
    });

    [Fact]
    public void A_questionnaire_that_forgets_a_mandatory_request_or_branches_nowhere_is_refused()
    {
        var help = ReadyQuestionnaires.Find("first-course")!.Questions.Single(question => question.Code == "help");
        Problems(help).ShouldBeEmpty();
        Problems(help with { Options = [.. help.Options.Where(option => option.Request != "entrepreneurship")] }).ShouldHaveSingleItem().ShouldContain("Начать своё дело");
        Problems(help, new Question("b", QuestionKind.Text, "Где?", [], When: new AskedWhen("c", ["x"]))).ShouldHaveSingleItem().ShouldContain("выше нет");
        Problems(help, help).ShouldHaveSingleItem().ShouldContain("такой вопрос уже есть");
        Problems(help, new Question("b", QuestionKind.One, "Да?", [new AnswerOption("y", "Да", new FactFeed(FactCode.Orphan, FactValue.NotWorking))])).Count.ShouldBe(2);
        Problems(new Question("a", QuestionKind.One, "Нужна помощь?", [new AnswerOption("y", "Да"), new AnswerOption("n", "Нет")]), help with { When = new AskedWhen("a", ["y"]) }).Count.ShouldBe(RequestTypes.Mandatory.Count);

        static IReadOnlyList<string> Problems(params Question[] questions) =>
            [.. QuestionnaireProblems.Of(new Questionnaire("own", 1, "Своя", [RouteStage.LastCourse], [new QuestionSection(null, questions)])).Select(problem => problem.Words)];
    }

    private static Answers Of(string given) => new(given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => (IReadOnlyList<string>)pair[1].Split(',')));

    private static string[] Given(Question question, int seed) => (question.Kind, seed % 4) switch
    {
        (_, 0) => [],
        (QuestionKind.Number, _) => [$"{seed % 50}"],
        (QuestionKind.Text, _) => ["слова"],
        (QuestionKind.One, _) => [question.Options[seed % question.Options.Count].Code],
        _ => [.. question.Options.Where((_, at) => (seed >> at & 1) == 1).Select(option => option.Code)],
    };
}
