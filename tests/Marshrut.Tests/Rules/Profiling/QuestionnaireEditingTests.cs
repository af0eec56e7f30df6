using CsCheck;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Profiling;

/// <summary>A draft under the builder's hands.</summary>
public class QuestionnaireEditingTests
{
    private static readonly Gen<Questionnaire> drafts = Gen.OneOf([.. ReadyQuestionnaires.Versions]);

    [Fact]
    public void Moving_up_and_down_loses_and_doubles_no_question() => Gen.Select(drafts, Gen.Int[0, 100], Gen.Bool).Sample((draft, seed, up) =>
    {
        var codes = draft.Questions.Select(question => question.Code).ToList();
        var code = codes[seed % codes.Count];
        var moved = QuestionnaireEditing.Move(draft, code, up);
        moved.Questions.Select(question => question.Code).Order().ShouldBe(codes.Order());
        moved.Sections.Count.ShouldBe(draft.Sections.Count);
        QuestionnaireEditing.Move(draft, "nothing", up).ShouldBe(draft);

        // From any place upwards again and again: to the very beginning.
        for (var turn = 0; turn < codes.Count + draft.Sections.Count; turn++)
        {
            moved = QuestionnaireEditing.Move(moved, code, up: true);
        }

        moved.Sections[0].Questions[0].Code.ShouldBe(code);
    });

    [Fact]
    public void A_removed_section_leaves_its_questions_to_its_neighbour() => Gen.Select(drafts, Gen.Int[-1, 4]).Sample((draft, section) =>
    {
        var left = QuestionnaireEditing.RemoveSection(draft, section);
        left.Questions.Select(question => question.Code).ShouldBe(draft.Questions.Select(question => question.Code));
        left.Sections.Count.ShouldBe(draft.Sections.Count > 1 && section >= 0 && section < draft.Sections.Count ? draft.Sections.Count - 1 : draft.Sections.Count);
    });

    [Fact]
    public void A_removed_question_frees_those_that_hung_on_it() => Gen.Select(drafts, Gen.Int[0, 100]).Sample((draft, seed) =>
    {
        var codes = draft.Questions.Select(question => question.Code).ToList();
        var code = codes[seed % codes.Count];
        var left = QuestionnaireEditing.Remove(draft, code);
        left.Questions.ShouldAllBe(question => question.Code != code && (question.When == null || question.When.Question != code));
        QuestionnaireProblems.Of(left).ShouldAllBe(problem => problem.Question == null); // at most a mandatory request is missing now
    });

    [Fact]
    public void The_code_of_a_new_question_is_one_that_no_question_ever_had()
    {
        var draft = QuestionnaireEditing.Empty("own-1", [RouteStage.LastCourse]);
        QuestionnaireProblems.Of(draft with { Title = "Своя" }).ShouldBeEmpty();
        QuestionnaireEditing.MadeIn(draft).ShouldBe(1);
        var grown = QuestionnaireEditing.Put(draft, 0, new Question("q17", QuestionKind.Text, "Где?", []));
        QuestionnaireEditing.MadeIn(grown).ShouldBe(17);
        QuestionnaireEditing.Put(grown, 0, new Question("q17", QuestionKind.Number, "Сколько?", [])).Questions.Count().ShouldBe(2);
    }

    [Fact]
    public void The_database_keeps_a_questionnaire_to_the_letter() => drafts.Sample(draft =>
    {
        var kept = QuestionnaireText.Parse(QuestionnaireText.Of(draft));
        QuestionnaireText.Of(kept).ShouldBe(QuestionnaireText.Of(draft));
        kept.MostPoints.ShouldBe(draft.MostPoints);
        kept.Questions.Select(question => (question.Code, question.Kind, question.When?.Question, question.Options.Count)).ShouldBe(draft.Questions.Select(question => (question.Code, question.Kind, question.When?.Question, question.Options.Count)));
    });

    [Theory]
    [InlineData(QuestionKind.Scale, "3", null)]
    [InlineData(QuestionKind.Scale, "9", "Такого ответа нет")]
    [InlineData(QuestionKind.Scale, "", "Выберите оценку")]
    [InlineData(QuestionKind.Date, "2027-06-30", null)]
    [InlineData(QuestionKind.Date, "30.06.2027", "Не поняли дату")]
    [InlineData(QuestionKind.Date, "1500-01-01", "Не поняли дату")]
    [InlineData(QuestionKind.Programme, "09.02.07", null)]
    [InlineData(QuestionKind.Programme, "99.99.99", "нет в справочнике")]
    [InlineData(QuestionKind.Organization, "zpk", null)]
    [InlineData(QuestionKind.Organization, "", "Выберите организацию")]
    [InlineData(QuestionKind.Consent, "no", null)]
    [InlineData(QuestionKind.Number, "12", null)]
    [InlineData(QuestionKind.Number, "-1", "целое число")]
    [InlineData(QuestionKind.LongText, "", "Напишите ответ")]
    public void Each_kind_of_question_knows_its_answers(QuestionKind kind, string given, string? problem)
    {
        var options = kind switch
        {
            QuestionKind.Scale => Enumerable.Range(1, 5).Select(mark => new AnswerOption($"{mark}", $"{mark}")).ToArray(),
            QuestionKind.Consent => [.. QuestionKinds.ConsentOptions],
            _ => [],
        };
        var questionnaire = new Questionnaire("own-1", 1, "Своя", [RouteStage.LastCourse], [new QuestionSection(null, [new Question("a", kind, "Что?", options)])]);
        var directories = new AnswerDirectories(new Dictionary<string, string> { ["zpk"] = "Заречный колледж" }, new Dictionary<string, string> { ["09.02.07"] = "Информационные системы" });
        var answers = given.Length == 0 ? Answers.None : new Answers(new Dictionary<string, IReadOnlyList<string>> { ["a"] = [given] });
        var found = ResponseReading.Problems(questionnaire, answers, directories).GetValueOrDefault("a");
        if (problem is null)
        {
            found.ShouldBeNull();
        }
        else
        {
            found.ShouldNotBeNull().ShouldContain(problem);
        }
    }

    [Theory]
    [InlineData("09.02.07", "09.02.07")]
    [InlineData("09.02.07 Информационные системы", "09.02.07")]
    [InlineData("информационные системы", "09.02.07")]
    [InlineData("сварка", null)]
    public void A_directory_is_found_in_by_code_or_name(string typed, string? code) =>
        new AnswerDirectories(new Dictionary<string, string>(), new Dictionary<string, string> { ["09.02.07"] = "Информационные системы" }).Find(QuestionKind.Programme, typed).ShouldBe(code);

    /// <summary>DOMAIN §13: the consent is made from the very questions; the reference region named the contacts alone.</summary>
    [Fact]
    public void The_consent_names_every_question_and_every_fact_with_its_term()
    {
        foreach (var questionnaire in ReadyQuestionnaires.Versions)
        {
            var words = string.Join('\n', AnswerConsent.Of(questionnaire, "Заречный колледж", fact => fact.ToString()).SelectMany(part => part.Points));
            words.ShouldContain("Заречный колледж");
            questionnaire.Questions.ShouldAllBe(question => words.Contains(question.Text));
            questionnaire.Questions.SelectMany(question => question.Options).Select(option => option.Feed?.Fact).OfType<FactCode>().ShouldAllBe(fact => words.Contains(fact.ToString()));
        }

        var brief = new Questionnaire("own-1", 1, "Своя", [RouteStage.LastCourse], [new QuestionSection(null,
            [new Question("a", QuestionKind.One, "Сирота?", [new AnswerOption("y", "Да", new FactFeed(FactCode.Orphan, FactValue.Yes)), new AnswerOption("n", "Нет")], FactMonths: 3)])]);
        AnswerConsent.Of(brief, "Колледж", _ => "Сирота").SelectMany(part => part.Points).ShouldContain(point => point.Contains("3\u00a0месяца"));
        ResponseReading.Conclude(brief, new Answers(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["y"] })).Facts.ShouldBe([new AnsweredFact(FactCode.Orphan, FactValue.Yes, 3)]);
    }

    [Theory]
    [InlineData(FactCode.Disability)]
    [InlineData(FactCode.PriorOffence)]
    [InlineData(FactCode.OrphanInformalOrOffence)]
    [InlineData(FactCode.RelativesInformallyEmployed)]
    public void Health_offences_and_relatives_cannot_be_asked(FactCode fact) =>
        QuestionnaireProblems.OfQuestion(new Question("a", QuestionKind.One, "Вопрос?", [new AnswerOption("y", "Да", new FactFeed(fact, FactValue.Yes)), new AnswerOption("n", "Нет")]))
            .ShouldHaveSingleItem().ShouldContain("не спрашивает");

    [Theory]
    [InlineData(0, 0, 3, 0)]
    [InlineData(10, 10, 1, 1)]
    [InlineData(10, 3, 3, 10)]
    [InlineData(100, 30, 3, 10)]
    [InlineData(1, 1000, 3, 1)]
    public void The_forecast_counts_whole_days_at_the_present_pace(int silent, int lately, int days, int after) =>
        CampaignForecast.AllBy(silent, lately, days, new DateOnly(2026, 11, 23)).ShouldBe(new DateOnly(2026, 11, 23).AddDays(after));

    [Fact]
    public void Where_nobody_answers_or_a_year_is_not_enough_there_is_no_forecast()
    {
        CampaignForecast.AllBy(5, 0, 3, new DateOnly(2026, 11, 23)).ShouldBeNull();
        CampaignForecast.AllBy(10_000, 1, 1, new DateOnly(2026, 11, 23)).ShouldBeNull();
    }
}
