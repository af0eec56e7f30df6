using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Core.Register.Lists;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Register.Editing;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Core.Profiling.Groups;

/// <summary>Parts of the people by rules: what they find, who may change them.</summary>
public class ClientGroupTests
{
    private const long Anna = 1;
    private const long Boris = 2;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Every_field_is_read_and_says_what_the_register_says(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        await bench.Confirmed(HandoverBench.Line(1, "Ольхова", place: "нет"), HandoverBench.Line(2, "Ёлкина", orphan: "нет", funding: "целевое", consent: "", phone: ""));
        var people = await bench.Use<MarshrutDb, Dictionary<string, long>>(bench.College, db => db.Enrolments.ToDictionaryAsync(row => row.ExternalId, row => row.Id, Cancel));
        await bench.Use<AddRequest, bool>(bench.College, add => add.Add(new NewRequest(people["1"], "cv", null, null), Cancel));
        await bench.Send([people["1"]]);

        (string Field, RuleOperator Compared, string Values, string Found)[] asked =
        [
            (RuleFields.Stage, RuleOperator.Is, "last-course", "12"),
            (RuleFields.Course, RuleOperator.AtLeast, "4", "12"),
            (RuleFields.Course, RuleOperator.AtLeast, "5", ""),
            (RuleFields.Programme, RuleOperator.Is, "09.02.07", "12"),
            (RuleFields.ProgrammeGroup, RuleOperator.Is, "09", "12"),
            (RuleFields.Group, RuleOperator.Is, "ИС-41", "12"),
            (RuleFields.Year, RuleOperator.Is, "2027", "12"),
            (RuleFields.Status, RuleOperator.Is, "studying", "12"),
            (RuleFields.Education, RuleOperator.Is, "mid-level-specialist", "12"),
            (RuleFields.Form, RuleOperator.Missing, "", "12"),
            (RuleFields.Funding, RuleOperator.Is, "target", "2"),
            (RuleFields.Age, RuleOperator.AtLeast, "19", "12"),
            (RuleFields.Age, RuleOperator.AtMost, "18", ""),
            (RuleFields.Sex, RuleOperator.Exists, "", ""),
            (RuleFields.District, RuleOperator.Missing, "", "12"),
            (RuleFields.DistrictAfter, RuleOperator.Missing, "", "12"),
            (RuleFields.Card, RuleOperator.IsNot, "phone", "2"),
            (RuleFields.Consent, RuleOperator.Is, "transfer", "1"),
            (RuleFields.OfFact(FactCode.Orphan), RuleOperator.Is, "no", "2"),
            (RuleFields.OfFact(FactCode.Orphan), RuleOperator.IsNot, "no", "1"),
            (RuleFields.OfFact(FactCode.CertainWorkplace), RuleOperator.Is, "no,searching", "1"),
            (RuleFields.OfFact(FactCode.CertainWorkplace), RuleOperator.Missing, "", "2"),
            (RuleFields.OfFact(FactCode.Conscription), RuleOperator.IsNot, "yes", ""), // not known of either
            (RuleFields.Level, RuleOperator.Is, "high", "1"),
            (RuleFields.Level, RuleOperator.Is, "preliminary", "2"),
            (RuleFields.Decision, RuleOperator.Is, "confirmed", "12"),
            (RuleFields.Priority, RuleOperator.AtLeast, "1", "1"),
            (RuleFields.Present, RuleOperator.Is, "orphan", "1"),
            (RuleFields.Present, RuleOperator.IsNot, "orphan", "2"),
            (RuleFields.Present, RuleOperator.IsNot, "conscription", ""),
            (RuleFields.NotKnown, RuleOperator.Is, "conscription", "12"),
            (RuleFields.RequestOpen, RuleOperator.Is, "cv,interview", "1"),
            (RuleFields.RequestOpen, RuleOperator.Missing, "", "2"),
            (RuleFields.RequestMet, RuleOperator.Exists, "", ""),
            (RuleFields.Handed, RuleOperator.Is, "waiting", "1"),
            (RuleFields.Handed, RuleOperator.Is, "never", "2"),
        ];
        foreach (var (field, compared, values, expected) in asked)
        {
            var rule = One(field, compared, values);
            RuleProblems.Of(rule).ShouldBeEmpty(field);
            var found = await bench.Use<FindMembers, IReadOnlySet<long>>(bench.College, members => members.Find(rule, null, Cancel));
            string.Concat(people.Where(pair => found.Contains(pair.Value)).Select(pair => pair.Key).Order()).ShouldBe(expected, $"{field} {compared} {values}");
        }

        RuleFields.All.Where(field => RuleFields.FactOf(field.Code) is null).Select(field => field.Code).Except(asked.Select(one => one.Field)).ShouldBeEmpty();
        (await bench.Use<FindMembers, IReadOnlySet<long>>(bench.Centre, members => members.Find(null, null, Cancel))).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_group_is_saved_shared_changed_and_removed(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var rule = One(RuleFields.Course, RuleOperator.AtLeast, "3");
        var id = (await Save(bench, new GroupInput(null, "  Старшие  курсы ", rule, false, Anna, false)))!.Value;

        var own = (await Groups(bench, Anna)).Single(line => line.OwnId == id);
        (own.Title, own.IsMine, own.IsShared).ShouldBe(("Старшие курсы", true, false));
        RuleText.Of(own.Rule).ShouldBe(RuleText.Of(rule));
        (await Groups(bench, Boris)).ShouldNotContain(line => line.OwnId == id);
        (await Save(bench, new GroupInput(id, "Чужая", rule, true, Boris, true))).ShouldBeNull();
        (await Remove(bench, id, Boris, true)).ShouldBeNull();

        await Save(bench, new GroupInput(id, "Старшие курсы", rule, true, Anna, false, 0));
        (await Groups(bench, Boris)).Single(line => line.OwnId == id).IsMine.ShouldBeFalse();
        (await Refusal(() => Save(bench, new GroupInput(id, "Старшие", rule, true, Boris, false, 1)))).ShouldBe("not-author");
        (await Refusal(() => Remove(bench, id, Boris, false))).ShouldBe("not-author");
        (await Refusal(() => Save(bench, new GroupInput(id, "Старшие", rule, true, Anna, false, 0)))).ShouldBe("group-changed");
        (await Refusal(() => Save(bench, new GroupInput(null, "СТАРШИЕ КУРСЫ", rule, true, Boris, false)))).ShouldBe("title-known");
        (await Refusal(() => Save(bench, new GroupInput(null, "Первый курс", rule, true, Boris, false)))).ShouldBe("title-known");
        (await Refusal(() => Save(bench, new GroupInput(null, " ", rule, true, Boris, false)))).ShouldBe("title-missing");
        (await Refusal(() => Save(bench, new GroupInput(null, new string('я', 101), rule, true, Boris, false)))).ShouldBe("title-long");
        (await Refusal(() => Save(bench, new GroupInput(null, "Пустая", new GroupRule(false, []), true, Boris, false)))).ShouldBe("rule-wrong");
        await Save(bench, new GroupInput(id, "Старшие", rule, true, Boris, MayRule: true, 1));
        (await Remove(bench, id, Anna, false)).ShouldBe("Старшие");
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.GroupsChanged, Cancel))).ShouldBe(4);
    }

    [Theory, BothDatabases]
    public async Task Counts_trials_and_lists_agree(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        await bench.Assess();
        var rules = ReadyGroups.All.Select(group => group.Rule).ToList();
        var counts = await bench.Use<CountGroups, IReadOnlyList<GroupFigures>>(count => count.Count(rules, Cancel));
        counts.ShouldContain(figures => figures.People > 0);
        for (var i = 0; i < rules.Count; i++)
        {
            var found = await bench.Use<FindMembers, IReadOnlySet<long>>(members => members.Find(rules[i], null, Cancel));
            found.Count.ShouldBe(counts[i].People);
            var trial = await bench.Use<TryRule, RuleTrial>(tried => tried.Try(rules[i], Cancel));
            (trial.Figures, trial.All, trial.Conditions.Count).ShouldBe((counts[i], 6, rules[i].Terms.Count()));
            var page = await bench.Use<ListEnrolments, EnrolmentPage>(list => list.List(new EnrolmentFilter { Only = found }, new EnrolmentPlace(EnrolmentOrder.Name), Cancel));
            page.Rows.Select(row => row.EnrolmentId).ShouldBe(found, ignoreOrder: true);
        }
    }

    [Theory, BothDatabases]
    public async Task The_analysis_adds_up_and_leaves_as_a_file(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        await bench.Assess();
        await bench.Use<AddRequest, bool>(async add => await add.Add(new NewRequest(await bench.Find("1"), "first-job", null, null), Cancel));
        var found = await bench.Use<AnalyseGroups, GroupAnalysis>(analyse => analyse.Analyse(Anna, Cancel));

        var stages = found.Rows.Where(row => row.Group is null).ToList();
        stages.Sum(row => row.Figures.People).ShouldBe(found.Total.People);
        found.Total.People.ShouldBe(6);
        found.Rows.ShouldAllBe(row => row.Figures.People > 0 && row.Figures.High + row.Figures.NotHigh + row.Figures.NoLevel == row.Figures.People && row.Figures.Preliminary <= row.Figures.NotHigh);
        found.Total.Requests["first-job"].ShouldBe(1);
        found.Types.Count.ShouldBe(RequestTypes.Mandatory.Count);
        foreach (var row in found.Rows)
        {
            var members = await bench.Use<FindMembers, IReadOnlySet<long>>(find => find.Find(row.Group?.Rule, row.Stage, Cancel));
            members.Count.ShouldBe(row.Figures.People);
        }

        using var file = new MemoryStream();
        await bench.Use<ExportAnalysis, bool>(async export =>
        {
            await export.Write(Anna, true, file, Cancel);
            return true;
        });
        file.Length.ShouldBeGreaterThan(1000);
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.Exported, Cancel))).ShouldBe(1);
    }

    /// <summary>A filter by many people is one parameter, whatever their number.</summary>
    [Theory, BothDatabases]
    public async Task A_list_is_narrowed_by_tens_of_thousands(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var one = await bench.Find("1");
        var only = Enumerable.Range(1, 70_000).Select(number => -(long)number).Append(one).ToHashSet();

        var page = await bench.Use<ListEnrolments, EnrolmentPage>(list => list.List(new EnrolmentFilter { Only = only }, new EnrolmentPlace(EnrolmentOrder.Priority), Cancel));

        page.Rows.ShouldHaveSingleItem().EnrolmentId.ShouldBe(one);
    }

    private static GroupRule One(string field, RuleOperator compared, string values) =>
        new(false, [new RuleBlock(false, [new RuleTerm(field, compared, values.Split(',', StringSplitOptions.RemoveEmptyEntries))])]);

    private static Task<long?> Save(CardBench bench, GroupInput input) => bench.Use<SaveGroup, long?>(save => save.Save(input, Cancel));

    private static Task<string?> Remove(CardBench bench, long id, long user, bool mayRule) => bench.Use<RemoveGroup, string?>(remove => remove.Remove(id, user, mayRule, Cancel));

    private static Task<IReadOnlyList<GroupLine>> Groups(CardBench bench, long user) => bench.Use<ListGroups, IReadOnlyList<GroupLine>>(list => list.List(user, Cancel));

    private static async Task<string> Refusal(Func<Task> act) => (await Should.ThrowAsync<RuleViolation>(act)).Code;
}
