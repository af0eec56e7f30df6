using DocumentFormat.OpenXml.Packaging;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases.Plans;

public class PlanTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateOnly Today => AcceptedPeople.Today;

    [Theory, BothDatabases]
    public async Task Goals_are_proposed_by_what_was_handed_over_and_made_into_steps_with_terms(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова", place: "нет"));
        var proposal = await people.Use<ProposeGoals, GoalProposal>(async propose => await propose.Propose(await people.Show(), special: false, Cancel));
        proposal.Sets.Where(one => one.Because.Count > 0).Select(one => one.Set.Code).ShouldBe(["workplace", "support"]);

        (await people.Make("workplace", "preparation")).ShouldBeTrue();

        var plan = await people.Plan();
        plan.Goals.Select(goal => goal.Words).ShouldBe(["Подготовиться к поиску работы", "Найти рабочее место"]);
        plan.Steps.Select(step => step.Number).ShouldBe(Enumerable.Range(1, 6));
        plan.Steps.ShouldAllBe(step => step.DueOn > Today && step.DueOn <= plan.EndsOn && step.State == StepState.Ahead);
        (plan.Number, plan.AgreedOn, plan.EndsOn).ShouldBe((1, null, new DateOnly(2027, 5, 23)));
        (await people.Step("Подбор вакансий")).Who.ShouldBe("Проверкина Мария Ивановна");
        (await people.Step("Трудовой договор")).Who.ShouldBe("Ольхова Вера");
        (await people.Bench.Items()).Single().PlanSteps.ShouldBe(6);
        var words = await people.Read(db => db.PlanSteps.Select(step => step.Words).ToListAsync(Cancel));
        words.ShouldAllBe(block => !System.Text.Encoding.UTF8.GetString(block).Contains("резюме", StringComparison.OrdinalIgnoreCase));
        (await Code(() => people.Make("workplace"))).ShouldBe("plan-exists");
    }

    [Theory, BothDatabases]
    public async Task A_plan_needs_a_curator_a_goal_and_an_open_case(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Send(await bench.Confirmed(Line(1, "Ольхова")));
        await bench.Accept([.. (await bench.Items()).Select(item => item.Id)]);
        var id = await bench.Use<MarshrutDb, long>(bench.Centre, db => db.Cases.Select(row => row.Id).SingleAsync(Cancel));
        Task<bool> Make(string? goal, DateOnly? ends = null) => bench.Use<MakePlan, bool>(bench.Centre, make => make.Make(new NewPlan(id, [], goal, ends), Cancel));

        (await Code(() => Make(null))).ShouldBe("no-goal");
        (await Code(() => Make("Найти дело", Today.AddDays(-1)))).ShouldBe("ends-unusable");
        (await Code(() => Make("Найти дело"))).ShouldBe("no-curator");
        (await bench.Use<MakePlan, bool>(bench.College, make => make.Make(new NewPlan(id, [], "Чужое", null), Cancel))).ShouldBeFalse("another organisation finds nothing");
        var version = await bench.Use<MarshrutDb, int>(bench.Centre, db => db.Cases.Select(row => row.Version).SingleAsync(Cancel));
        await bench.Use<CloseCase, bool>(bench.Centre, close => close.Close(new CaseClosing(id, CaseOutcome.Moved, Today, null, null, null, version), Cancel));
        (await Code(() => Make("Найти дело"))).ShouldBe("step-not-possible");
    }

    [Theory, BothDatabases]
    public async Task What_was_agreed_is_kept_and_a_change_begins_the_next_version(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        await people.Make("preparation");
        await people.Agree();
        (await Code(() => people.Agree())).ShouldBe("agreed-already");

        // A mark is no change of what was agreed.
        await people.Mark("Резюме", StepState.Done, "опубликовано");
        (await people.Plan()).AgreedOn.ShouldBe(Today);
        var plan = await people.Plan();
        var training = await people.Step("Собеседование");
        await people.Use<WriteStep, bool>(write => write.Write(
            new StepForm(people.Id, training.Id, 1, training.Words.Measure, "Тренинг «Собеседование» онлайн", null, "зал 2", StepResponsible.Specialist, "Руденко М. В.", Today.AddDays(10), plan.Version), Cancel));
        await people.Use<WriteStep, bool>(async write => await write.Write(new StepForm(people.Id, null, 1, "fair", null, null, null, null, null, null, (await people.Plan()).Version), Cancel));

        plan = await people.Plan();
        (plan.Number, plan.AgreedOn).ShouldBe((2, null));
        var compared = (await people.Use<ComparePlanVersions, ComparedVersion?>(compare => compare.Compare(plan, 1, Cancel)))!;
        compared.Agreed.Steps.Select(step => step.Title).ShouldBe(["Резюме на «Работе России»", "Тренинг «Собеседование»"]);
        compared.Changes.Select(change => (change.Title, change.Before is null, change.Now is null)).ShouldBe([("Тренинг «Собеседование» онлайн", false, false), ("Ярмарка вакансий", true, false)]);
        compared.Changes[0].Now!.ShouldContain("зал 2, Руденко М. В.");
        await people.Agree(AgreementWay.Phone);
        (await people.Plan()).Versions.Select(version => version.Number).ShouldBe([2, 1]);
        (await Code(() => people.Use<WriteStep, bool>(write => write.Write(new StepForm(people.Id, null, 1, null, "Опоздавший", null, null, null, null, Today, plan.Version), Cancel)))).ShouldBe("plan-changed");
    }

    [Theory, BothDatabases]
    public async Task Steps_are_marked_once_and_a_mark_is_taken_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        await people.Make("preparation", "employers");
        var seen = (await people.Plan()).Version;
        (await Code(() => people.Mark("Ярмарка", StepState.Done, on: Today.AddDays(1)))).ShouldBe("on-unusable");
        (await Code(() => people.Mark("Ярмарка", StepState.Dropped))).ShouldBe("reason-missing");
        await people.Mark("Ярмарка", StepState.Done, "поговорила с двумя");
        (await Code(() => people.Mark("Ярмарка", StepState.Done, seen: seen))).ShouldBe("plan-changed");
        (await Code(() => people.Mark("Ярмарка", StepState.Done))).ShouldBe("step-ended");
        await people.Mark("Экскурсия", StepState.Dropped, "не нужна");

        var plan = await people.Plan();
        (plan.DoneCount, plan.StepCount, plan.Goals[0].ReachedOn).ShouldBe((1, 3, Today));
        var item = (await people.Bench.Items()).Single();
        (item.PlanDone, item.PlanSteps, item.LastActivityOn).ShouldBe((1, 3, Today));
        var seenByCollege = (await people.Bench.Handed(people.Bench.College, item.Id))!.Progress!;
        seenByCollege.Steps.Select(step => step.Title).ShouldBe(["Ярмарка вакансий", "Резюме на «Работе России»", "Тренинг «Собеседование»"]);
        seenByCollege.Steps[0].Result.ShouldBe("поговорила с двумя");
        (await people.Bench.Handed(people.Bench.Centre, item.Id))!.Progress.ShouldBeNull();
        await people.Mark("Ярмарка", StepState.Ahead);
        (await people.Step("Ярмарка")).State.ShouldBe(StepState.Ahead);
        (await people.Read(db => db.CaseEntries.CountAsync(row => row.Kind == CaseEntryKind.Plan, Cancel))).ShouldBe(4);
        (await people.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.StepMarked, Cancel))).ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task A_goal_is_added_and_taken_out_while_nothing_of_it_is_done(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        await people.Make("preparation", "employers");
        async Task<bool> Add(string? set, string? words) => await people.Use<AddGoal, bool>(async add => await add.Add(new NewGoal(people.Id, set, words, (await people.Plan()).Version), Cancel));
        async Task<bool> Remove(int number) => await people.Use<RemoveGoal, bool>(async remove => await remove.Remove(people.Id, number, (await people.Plan()).Version, Cancel));

        (await Code(() => Add(null, " "))).ShouldBe("no-goal");
        (await Code(() => Add("preparation", null))).ShouldBe("goal-exists");
        await Add(null, "Научиться водить");
        await Add("experience", null);
        await people.Mark("Ярмарка", StepState.Done);
        (await Code(() => Remove(1))).ShouldBe("goal-has-results");
        (await Remove(9)).ShouldBeFalse();
        (await Remove(2)).ShouldBeTrue();

        var plan = await people.Plan();
        plan.Goals.Select(goal => (goal.Words, goal.Steps.Count)).ShouldBe(
            [("Познакомиться с работодателями", 2), ("Научиться водить", 0), ("Получить первый опыт по специальности", 2)]);
        await Remove(3);
        await Remove(2);
        (await Code(() => Remove(1))).ShouldBe("goal-has-results");
    }

    [Theory, BothDatabases]
    public async Task The_effect_of_the_plan_is_told_and_special_grounds_only_to_those_who_may_see(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова", orphan: "нет", place: "нет", health: "01.09.2026", disability: "да"));
        var before = await people.Use<ProposeGoals, GoalProposal>(async propose => await propose.Propose(await people.Show(), special: true, Cancel));
        before.Sets.Where(one => one.Because.Count > 0).Select(one => one.Set.Code).ShouldBe(["workplace", "conditions"]);
        (await people.Use<ProposeGoals, GoalProposal>(async propose => await propose.Propose(await people.Show(), special: false, Cancel)))
            .Sets.Where(one => one.Because.Count > 0).Select(one => one.Set.Code).ShouldBe(["workplace"]);
        await people.Make("workplace");

        var told = (await people.Use<ProposeGoals, GoalProposal>(async propose => await propose.Propose(await people.Show(), special: false, Cancel))).Effect!;
        told.Removes.ShouldBe(["нет места"]);
        told.Remains.ShouldBeEmpty();
        told.RemainsHidden.ShouldBeTrue();
        (told.Effect.After, told.Effect.PriorityBefore - told.Effect.PriorityAfter).ShouldBe((RiskLevel.High, 2));
    }

    [Theory, BothDatabases]
    public async Task Visits_do_not_meet_and_the_nearest_free_time_is_named(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Липова"), Line(2, "Ольхова"));
        var monday = new DateOnly(2026, 11, 30);
        (await people.Visit(monday, "15:30")).ShouldBeTrue();
        var taken = await Should.ThrowAsync<RuleViolation>(() => people.Visit(monday, "15:45", id: people.Cases[1]));
        taken.Code.ShouldBe("time-taken");
        taken.Message.ShouldContain("15:30–16:00");
        taken.Message.ShouldContain("Ближайшее свободное в этот день — 16:00.");
        (await people.Visit(monday, "16:00", id: people.Cases[1])).ShouldBeTrue("what only touches does not meet");
        (await Code(() => people.Visit(monday.AddDays(-1), "10:00"))).ShouldBe("day-off");
        (await people.Visit(monday.AddDays(-1), "10:00", dayOff: true)).ShouldBeTrue();
        (await Code(() => people.Visit(Today.AddDays(-1), "10:00"))).ShouldBe("on-unusable");
        (await Code(() => people.Visit(monday, "23:50"))).ShouldBe("minutes-unusable");

        var visit = (await people.Show()).Visits.Single(one => one.On == monday);
        await people.Visit(monday, "15:20", visit: visit.Id);
        (await Code(() => people.Use<MarkVisit, bool>(mark => mark.Mark(new VisitMark(visit.Id, VisitState.Came, null), Cancel)))).ShouldBe("visit-ahead");
        database.Clock.Advance(TimeSpan.FromDays(7));
        await people.Use<MarkVisit, bool>(mark => mark.Mark(new VisitMark(visit.Id, VisitState.Missed, "заболела"), Cancel));
        (await Code(() => people.Use<MarkVisit, bool>(mark => mark.Mark(new VisitMark(visit.Id, VisitState.Came, null), Cancel)))).ShouldBe("visit-ended");

        var row = await people.Read(db => db.Cases.AsNoTracking().SingleAsync(one => one.Id == people.Id, Cancel));
        (row.FailedAttempts, row.NextContactOn).ShouldBe((1, new DateOnly(2026, 12, 1)));
        var week = await people.Use<ListVisits, IReadOnlyList<CalendarLine>>(list => list.List(monday, monday.AddDays(6), people.Curator, Cancel));
        week.Select(line => (line.LastName, line.Visit.State)).ShouldBe([("Липова", VisitState.Missed), ("Ольхова", VisitState.Planned)]);
        (await people.Use<ListVisits, IReadOnlyList<CalendarLine>>(list => list.List(monday, monday, 1, Cancel))).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Whoever_sleeps_or_has_ended_is_waited_for_no_more(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Липова"), Line(2, "Ольхова"));
        var monday = new DateOnly(2026, 11, 30);
        await people.Visit(monday, "15:30");
        await people.Visit(monday, "16:30", id: people.Cases[1]);
        await people.Use<PauseCase, bool>(async pause => await pause.Pause(new CasePause(people.Id, monday.AddDays(60), "служба", await Version(people.Id)), Cancel));
        await people.Use<CloseCase, bool>(async close => await close.Close(new CaseClosing(people.Cases[1], CaseOutcome.Moved, Today, null, null, null, await Version(people.Cases[1])), Cancel));

        (await people.Read(db => db.Visits.Select(row => row.State).ToListAsync(Cancel))).ShouldBe([VisitState.Cancelled, VisitState.Cancelled]);
        Task<int> Version(long id) => people.Read(db => db.Cases.Where(row => row.Id == id).Select(row => row.Version).SingleAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task Who_has_no_plan_and_whose_steps_are_late_is_found_and_stands_in_the_morning(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Липова"), Line(2, "Ольхова"));
        await people.Make("preparation");
        async Task<string[]> Tab(CaseTab tab) => [.. (await people.Use<ListCases, CasePage>(list => list.List(new CaseFilter(tab), null, null, null, Cancel))).Lines.Select(line => line.LastName)];
        (await Tab(CaseTab.Unplanned)).ShouldBe(["Ольхова"]);
        (await Tab(CaseTab.LateSteps)).ShouldBeEmpty();
        database.Clock.Advance(TimeSpan.FromDays(40));
        foreach (var id in people.Cases)
        {
            await people.Use<RecordContact, bool>(record => record.Record(new ContactAttempt(id, ContactWay.Call, ContactResult.Spoke), Cancel));
        }

        (await Tab(CaseTab.LateSteps)).ShouldBe(["Липова"]);
        (await people.Use<CountCases, CaseFigures>(count => count.Count(null, Cancel))).Tabs[CaseTab.LateSteps].ShouldBe(1);
        (await people.Use<ShowMorning, Morning>(show => show.Show(people.Curator, Cancel))).Calls.ShouldBeEmpty("spoken to today");
        database.Clock.Advance(TimeSpan.FromDays(1));
        var morning = await people.Use<ShowMorning, Morning>(show => show.Show(people.Curator, Cancel));
        morning.Calls.Select(call => (call.LastName, call.Reason)).ShouldBe([("Липова", MorningReason.LateStep)]);
        var lines = (await people.Use<ListCases, CasePage>(list => list.List(new CaseFilter(), null, null, null, Cancel))).Lines;
        lines.Select(line => (line.LastName, line.PlanSteps, line.PlanDone)).ShouldBe([("Липова", (int?)2, 0), ("Ольхова", null, 0)], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task The_paper_carries_the_line_of_article_26_and_neither_level_nor_characteristics(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова", place: "нет"));
        (await people.Use<PrintPlan, PlanPaper?>(print => print.Print(people.Id, "docx", Cancel))).ShouldBeNull("there is no plan yet");
        await people.Make("workplace");
        await people.Visit(new DateOnly(2026, 11, 30), "15:30");
        var paper = (await people.Use<PrintPlan, PlanPaper?>(print => print.Print(people.Id, "docx", Cancel)))!;
        using var file = new MemoryStream();
        PlanDocument.Write(paper, file);

        file.Position = 0;
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText.Replace(Marshrut.Rules.Language.Russian.Nbsp, ' ');
        text.ShouldContain("План сопровождения");
        text.ShouldContain("не заменяет индивидуальный план по статье 26");
        text.ShouldContain("Ольхова Вера, 2007 г. р.");
        text.ShouldContain("30 ноября 2026, 15:30, каб. 6");
        text.ShouldContain("Трудовой договор");
        text.ShouldNotContain("высокий", Shouldly.Case.Insensitive);
        text.ShouldNotContain("сирот", Shouldly.Case.Insensitive);
        (await people.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.Exported && row.SubjectKind == "plan", Cancel))).ShouldBe(1);
    }

    private static async Task<string> Code(Func<Task> act) => (await Should.ThrowAsync<RuleViolation>(act)).Code;
}
