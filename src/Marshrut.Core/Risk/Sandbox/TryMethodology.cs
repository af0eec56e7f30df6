using System.Diagnostics;
using System.Globalization;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Risk.Results;
using Marshrut.Core.Statistics;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Sandbox;

/// <param name="Key">A programme's code or a course; null where the register has none.</param>
public sealed record TrialRow(string? Key, string? Name, TrialCounts Counts);

public sealed record TrialCharacteristic(Characteristic Characteristic, int Present, int WillBePresent, int WillBeUnknown);

/// <param name="Enters">High by what is tried; else leaves.</param>
/// <param name="Why">What makes the difference, in words.</param>
/// <param name="Priority">By what is tried; null: not high.</param>
public sealed record TrialPerson(long EnrolmentId, string LastName, string FirstName, string? Group, bool Enters, string Why, int? Priority);

/// <param name="LastCourse">The same of the last course.</param>
/// <param name="Who">Those who would change, entering first by priority; not all where there are many.</param>
/// <param name="Took">Computing alone.</param>
public sealed record MethodologyTrial(
    TrialCounts All,
    TrialCounts LastCourse,
    IReadOnlyList<TrialRow> ByProgramme,
    IReadOnlyList<TrialRow> ByCourse,
    IReadOnlyList<TrialCharacteristic> ByCharacteristic,
    IReadOnlyList<TrialPerson> Who,
    TimeSpan Took);

/// <summary>
/// What another methodology would do to the levels of the organisation in scope: both on today's facts by the very rules of a determination. Writes nothing.
/// </summary>
public sealed class TryMethodology(
    MarshrutDb db, AssessedRegister registers, RegisterSnapshots snapshots, RegionStatistics statistics, MethodologyInForce methodologies, SupplementInForce supplements, TimeProvider clock) : IUseCase
{
    public const int MostPeople = 100;

    /// <param name="version">Of the region; null: the one in force.</param>
    /// <param name="supplement">What the organisation would add; null: what it has added.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="who">Only those who enter, only those who leave, or both.</param>
    /// <exception cref="RuleViolation"><c>methodology-wrong</c>: the parameters cannot be used.</exception>
    public async Task<MethodologyTrial> Try(MethodologyParameters? version, Supplement? supplement, CancellationToken cancel, bool? who = null)
    {
        var own = db.Scope.OrganizationId;
        var today = clock.Today();
        var organization = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == own, cancel);
        var inForce = MethodologyParameters.FromJson((await methodologies.Find(organization.RegionCode, today, cancel)).Parameters);
        var added = (await supplements.Find(today, cancel)).Content;
        var tried = version ?? inForce;
        var triedSupplement = supplement ?? added;
        if (triedSupplement.AddTo(tried).Validate() is [var problem, ..])
        {
            throw new RuleViolation("methodology-wrong", problem);
        }

        var rows = await statistics.Rows(organization.RegionCode, cancel);
        var snapshot = await snapshots.Of(organization, today, withStudies: true, registers, cancel);
        var started = Stopwatch.GetTimestamp();
        var (before, after) = (new TrialSide(inForce, added, rows, today), new TrialSide(tried, triedSupplement, rows, today));
        var restricted = registers.MayUseRestricted(organization);
        var judged = Trials.Compare(snapshot, before, after, restricted);
        var people = snapshot.Register.Assessed;
        var all = default(TrialCounts);
        var last = default(TrialCounts);
        var programmes = new Dictionary<string, TrialCounts>();
        var courses = new Dictionary<string, TrialCounts>();
        for (var i = 0; i < judged.Length; i++)
        {
            var (one, row) = (judged[i], people[i]);
            all = all.With(one);
            last = LastCourse.IsLast(row.Situation.Status, row.Situation.GraduationYear, today) ? last.With(one) : last;
            programmes[row.Situation.Scope.ProgrammeCode] = programmes.GetValueOrDefault(row.Situation.Scope.ProgrammeCode).With(one);
            var course = CourseOf(row);
            courses[course] = courses.GetValueOrDefault(course).With(one);
        }

        var took = Stopwatch.GetElapsedTime(started);
        var codes = programmes.Keys.ToList();
        var names = await db.Programmes.Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Name, cancel);
        return new MethodologyTrial(
            all,
            last,
            [
                .. programmes.Select(one => new TrialRow(one.Key, names.GetValueOrDefault(one.Key), one.Value))
                    .OrderByDescending(row => row.Counts.Entering + row.Counts.Leaving).ThenByDescending(row => row.Counts.High).ThenBy(row => row.Key, StringComparer.Ordinal),
            ],
            [.. courses.Select(one => new TrialRow(one.Key.Length == 0 ? null : one.Key, null, one.Value)).OrderBy(row => row.Key is null).ThenBy(row => row.Key, StringComparer.Ordinal)],
            ByCharacteristic(judged, triedSupplement, restricted: false),
            await Who(snapshot, judged, before, after, triedSupplement, restricted, who, cancel),
            took);
    }

    private static string CourseOf(EnrolmentToAssess row) => row.Situation.Status == EnrolmentStatus.Graduate
        ? "выпускники"
        : row.Study?.Course?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Counts of special and restricted ones are not shown beside names: levels of few people would tell them.</summary>
    private static List<TrialCharacteristic> ByCharacteristic(Judged[] judged, Supplement supplement, bool restricted)
    {
        var visible = RiskAccess.Visible(special: false, restricted);
        return
        [
            .. Characteristics.Federal.Concat(supplement.AsCharacteristics).Where(one => (one.Bit & visible) != 0).Select(one => new TrialCharacteristic(
                one, judged.Count(person => (person.Present & one.Bit) != 0), judged.Count(person => (person.WillBePresent & one.Bit) != 0), judged.Count(person => (person.WillBeUnknown & one.Bit) != 0))),
        ];
    }

    private async Task<IReadOnlyList<TrialPerson>> Who(
        RegisterSnapshot snapshot, Judged[] judged, TrialSide before, TrialSide after, Supplement supplement, bool restricted, bool? who, CancellationToken cancel)
    {
        var people = snapshot.Register.Assessed;
        var chosen = Enumerable.Range(0, judged.Length)
            .Where(i => judged[i].Enters && who != false || judged[i].Leaves && who != true)
            .OrderByDescending(i => judged[i].Enters)
            .ThenByDescending(i => judged[i].WillBePriority)
            .ThenBy(i => people[i].SortName, StringComparer.Ordinal)
            .Take(MostPeople)
            .ToList();
        var ids = chosen.ConvertAll(i => people[i].EnrolmentId);
        var names = await (
            from enrolment in db.Enrolments
            join person in db.People on enrolment.PersonId equals person.Id
            where ids.Contains(enrolment.Id)
            select new { enrolment.Id, person.LastName, person.FirstName, enrolment.Group }).ToDictionaryAsync(row => row.Id, cancel);
        var kept = snapshot.Register.RecordsKept;
        var (was, will) = (before.Judge(kept, restricted), after.Judge(kept, restricted));
        var all = Characteristics.Federal.Concat(supplement.AsCharacteristics).ToList();
        return
        [
            .. chosen.Where(i => names.ContainsKey(people[i].EnrolmentId)).Select(i =>
            {
                var name = names[people[i].EnrolmentId];
                var (old, tried) = (was.Of(people[i]), will.Of(people[i]));
                return new TrialPerson(name.Id, name.LastName, name.FirstName, name.Group, judged[i].Enters, Why(judged[i], old, tried, all), tried.Outcome.Priority);
            }),
        ];
    }

    /// <summary>The grounds that appear or go, as the explanation of the new level would name them; where none do, the points.</summary>
    private static string Why(Judged one, in AssessmentBlock old, in AssessmentBlock tried, List<Characteristic> all)
    {
        var bits = (one.Enters ? one.WillBePresent & ~one.Present : one.Present & ~one.WillBePresent) & RiskAccess.Tags;
        var triedBlock = tried;
        var lines = all.Where(characteristic => (characteristic.Bit & bits) != 0)
            .Select(characteristic => (triedBlock.Enabled & characteristic.Bit) == 0
                ? $"№{Russian.Nbsp}{characteristic.Number} больше не учитывается"
                : $"№{Russian.Nbsp}{characteristic.Number}: {Russian.Small(Explanation.Line(triedBlock, characteristic).Sentence.TrimEnd('.'))}")
            .ToList();
        return lines.Count > 0 ? string.Join("; ", lines)
            : tried.Rule == LevelRule.PointsAtLeast ? $"Набрано {Points(tried.Outcome.Points)}, нужно {Russian.Number(tried.Threshold)}"
            : old.Rule == LevelRule.PointsAtLeast ? "Теперь достаточно любой характеристики"
            : "По сведениям, которые не показываем сразу";
    }

    private static string Points(int points) => Russian.Count(points, "балл", "балла", "баллов");
}
