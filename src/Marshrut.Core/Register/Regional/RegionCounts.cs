using System.Collections.Concurrent;
using Marshrut.Core.Imports;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk.Results;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Figures;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Regional;

/// <summary>
/// Enrolments of one programme and one district of one organisation, counted. The assessment year is R20's, the circle R21's; so are the stages of the way
/// to work, each of those who are in the circle today.
/// </summary>
/// <param name="District">Where they will live; empty: not told.</param>
/// <param name="Centre">Id of the employment centre they were handed to; 0 where nobody was.</param>
/// <param name="Students">Those who are to be assessed.</param>
/// <param name="Assessed">Of them with a level determined in this assessment year.</param>
/// <param name="High">Of the assessed.</param>
/// <param name="Confirmed">Of the high: decided by a person.</param>
/// <param name="Consented">Of the confirmed: with a consent to the transfer.</param>
/// <param name="Handed">Handed over to an employment centre in this assessment year: waiting there or accepted.</param>
/// <param name="Accepted">Of the handed.</param>
/// <param name="Planned">Of the accepted: with a plan.</param>
/// <param name="Ended">Of the accepted: the case has ended with an outcome.</param>
public readonly record struct CohortCount(
    string ProgrammeCode, string District, long Centre, int Students, int Assessed, int High, int Confirmed, int LastCourse, int LastCourseAssessed, int Consented, int Handed, int Accepted, int Planned, int Ended)
{
    public static CohortCount operator +(CohortCount one, CohortCount other) => new(
        one.ProgrammeCode,
        one.District,
        one.Centre,
        one.Students + other.Students,
        one.Assessed + other.Assessed,
        one.High + other.High,
        one.Confirmed + other.Confirmed,
        one.LastCourse + other.LastCourse,
        one.LastCourseAssessed + other.LastCourseAssessed,
        one.Consented + other.Consented,
        one.Handed + other.Handed,
        one.Accepted + other.Accepted,
        one.Planned + other.Planned,
        one.Ended + other.Ended);
}

/// <param name="People">People of the register.</param>
/// <param name="LastImport">When a file was last written into the register, UTC; one that was taken back is not counted.</param>
/// <param name="LastRun">When risk was last determined, UTC.</param>
/// <param name="Register">By programme and district, without what became of those who were handed over.</param>
/// <param name="Handover">By programme, district and centre: what became of them.</param>
public sealed record OrganizationCount(int People, DateTime? LastImport, DateTime? LastRun, IReadOnlyList<CohortCount> Register, IReadOnlyList<CohortCount> Handover)
{
    public IEnumerable<CohortCount> Cohorts => Register.Concat(Handover);

    public CohortCount Sum => Cohorts.Aggregate(default(CohortCount), (sum, row) => sum + row);
}

/// <summary>
/// Counts of the organisations of a region, made by the database and kept in the process: those of a register by its version, so that a page of a region with a
/// million people reads versions and counts anew only where something changed; those of hand-overs, which both sides change all day, for a minute. Not
/// state: any node makes it anew. No row and no block of a person is read.
/// </summary>
public sealed class RegionCounts(TimeProvider clock)
{
    private static readonly TimeSpan handoverKeeps = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, (long Version, DateOnly Day, OrganizationCount Count)> known = new();

    private readonly ConcurrentDictionary<string, (CohortCount[] Numbers, ShownCount[] Shown)> hidden = new();

    private readonly ConcurrentDictionary<long, (DateTime At, DateOnly Day, IReadOnlyList<CohortCount> Counts)> handovers = new();

    /// <param name="db">In any scope; the organisation filter is lifted by name, see bypasses.txt.</param>
    /// <param name="organizations">Of one region, with the versions just read.</param>
    /// <param name="today">The day that says who is on the last course and which year counts.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>By id, each of <paramref name="organizations"/>.</returns>
    public async Task<IReadOnlyDictionary<long, OrganizationCount>> Of(
        MarshrutDb db, IReadOnlyCollection<Organization> organizations, DateOnly today, CancellationToken cancel)
    {
        await CountRegisters(db, organizations, today, cancel);
        await CountHandovers(db, organizations, today, cancel);
        return organizations.ToDictionary(row => row.Id, row => known[row.Id].Count with { Handover = handovers[row.Id].Counts });
    }

    /// <summary>Hides what may not be told. Of numbers that were hidden before the answer is kept: finding it is the dearest part of the page.</summary>
    internal void Hide(string regionCode, RegionTable table, IReadOnlyList<(Organization Organization, OrganizationCount Count)> counts)
    {
        // Whose the numbers are, and in which table they stand, is a part of the question.
        var numbers = counts.SelectMany(row => row.Count.Cohorts.Prepend(
            new CohortCount("", row.Organization.Kind.ToString(), row.Organization.Id, row.Count.People, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).ToArray();
        if (hidden.TryGetValue(regionCode, out var kept) && kept.Numbers.AsSpan().SequenceEqual(numbers))
        {
            table.HideAs(kept.Shown);
        }
        else
        {
            hidden[regionCode] = (numbers, table.Hide());
        }
    }

    /// <summary>When the oldest of these hand-overs were counted.</summary>
    public DateTime CountedAt(IReadOnlyCollection<Organization> organizations) => organizations.Count == 0 ? clock.UtcNow() : organizations.Min(row => handovers[row.Id].At);

    private async Task CountRegisters(MarshrutDb db, IReadOnlyCollection<Organization> organizations, DateOnly today, CancellationToken cancel)
    {
        var stale = organizations.Where(row => !known.TryGetValue(row.Id, out var kept) || kept.Version != row.RegisterVersion || kept.Day != today).ToList();
        if (stale.Count == 0)
        {
            return;
        }

        List<long> ids = [.. stale.Select(row => row.Id)];
        var cohorts = await CountCohorts(db, ids, today, cancel);
        var people = await CountPeople(db, ids, cancel);
        var imports = await LastImports(db, ids, cancel);
        var runs = await LastRuns(db, ids, cancel);
        foreach (var row in stale)
        {
            known[row.Id] = (row.RegisterVersion, today, new OrganizationCount(
                people.GetValueOrDefault(row.Id),
                imports.TryGetValue(row.Id, out var import) ? import : null,
                runs.TryGetValue(row.Id, out var run) ? run : null,
                [.. cohorts[row.Id]],
                []));
        }
    }

    private async Task CountHandovers(MarshrutDb db, IReadOnlyCollection<Organization> organizations, DateOnly today, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        List<long> stale = [.. organizations.Where(row => !handovers.TryGetValue(row.Id, out var kept) || kept.Day != today || now - kept.At >= handoverKeeps).Select(row => row.Id)];
        if (stale.Count == 0)
        {
            return;
        }

        var counts = await CountHanded(db, stale, today, cancel);
        foreach (var id in stale)
        {
            handovers[id] = (now, today, [.. counts[id]]);
        }
    }

    private static async Task<ILookup<long, CohortCount>> CountCohorts(MarshrutDb db, List<long> ids, DateOnly today, CancellationToken cancel)
    {
        var rows =
            from duty in db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => ids.Contains(row.OrganizationId)).OnDuty(db, today)
            join person in db.People.IgnoreQueryFilters([MarshrutDb.OwnFilter]) on duty.Enrolment.PersonId equals person.Id
            select new
            {
                duty.Enrolment.OrganizationId,
                duty.Enrolment.ProgrammeCode,
                District = person.DistrictAfter ?? person.District ?? "",
                duty.IsLast,
                IsAssessed = duty.IsDone,
                IsHigh = duty.IsDone && duty.IsHigh,
                duty.IsDecided,
                HasConsent = person.TransferConsentOn != null,
            };
        var groups = await rows.GroupBy(row => row).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return groups
            .GroupBy(group => (group.Key.OrganizationId, group.Key.ProgrammeCode, group.Key.District))
            .Select(cells =>
            {
                int Sum(Func<bool, bool, bool, bool, bool, bool> isCounted) =>
                    cells.Where(cell => isCounted(cell.Key.IsAssessed, cell.Key.IsHigh, cell.Key.IsDecided, cell.Key.HasConsent, cell.Key.IsLast)).Sum(cell => cell.Count);
                return (cells.Key.OrganizationId, Count: new CohortCount(
                    cells.Key.ProgrammeCode,
                    cells.Key.District,
                    0,
                    Sum((_, _, _, _, _) => true),
                    Sum((assessed, _, _, _, _) => assessed),
                    Sum((_, high, _, _, _) => high),
                    Sum((_, high, decided, _, _) => high && decided),
                    Sum((_, _, _, _, last) => last),
                    Sum((assessed, _, _, _, last) => last && assessed),
                    Sum((_, high, decided, consent, _) => high && decided && consent),
                    0, 0, 0, 0));
            })
            .ToLookup(row => row.OrganizationId, row => row.Count);
    }

    /// <summary>A person who was handed over twice is counted where the last hand-over led.</summary>
    private static async Task<ILookup<long, CohortCount>> CountHanded(MarshrutDb db, List<long> ids, DateOnly today, CancellationToken cancel)
    {
        var first = AssessmentYear.Of(today).FirstDay;
        var items = db.TransferItems.IgnoreQueryFilters([MarshrutDb.TwoPartyFilter])
            .Where(row => ids.Contains(row.FromOrganizationId) && row.SentOn >= first && (row.State == TransferItemState.Waiting || row.State == TransferItemState.Accepted));
        var rows =
            from item in items
            join enrolment in db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).ToBeAssessed(today) on item.EnrolmentId equals enrolment.Id
            join person in db.People.IgnoreQueryFilters([MarshrutDb.OwnFilter]) on enrolment.PersonId equals person.Id
            where !items.Any(later => later.FromOrganizationId == item.FromOrganizationId && later.PersonId == item.PersonId && later.EnrolmentId == item.EnrolmentId && later.Id > item.Id)
            select new
            {
                item.FromOrganizationId,
                item.ToOrganizationId,
                enrolment.ProgrammeCode,
                District = person.DistrictAfter ?? person.District ?? "",
                IsAccepted = item.State == TransferItemState.Accepted,
                IsPlanned = item.PlanMadeOn != null,
                IsEnded = item.Outcome != null,
            };
        var groups = await rows.GroupBy(row => row).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return groups.ToLookup(
            group => group.Key.FromOrganizationId,
            group => new CohortCount(
                group.Key.ProgrammeCode, group.Key.District, group.Key.ToOrganizationId, 0, 0, 0, 0, 0, 0, 0,
                group.Count,
                group.Key.IsAccepted ? group.Count : 0,
                group.Key.IsAccepted && group.Key.IsPlanned ? group.Count : 0,
                group.Key.IsAccepted && group.Key.IsEnded ? group.Count : 0));
    }

    private static Task<Dictionary<long, int>> CountPeople(MarshrutDb db, List<long> ids, CancellationToken cancel) =>
        db.People.IgnoreQueryFilters([MarshrutDb.OwnFilter])
            .Where(row => ids.Contains(row.OrganizationId))
            .GroupBy(row => row.OrganizationId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    private static Task<Dictionary<long, DateTime>> LastImports(MarshrutDb db, List<long> ids, CancellationToken cancel) =>
        db.Imports.IgnoreQueryFilters([MarshrutDb.OwnFilter])
            .Where(row => ids.Contains(row.OrganizationId) && row.State == ImportState.Applied && row.AppliedAt != null)
            .GroupBy(row => row.OrganizationId)
            .Select(group => new { group.Key, At = group.Max(row => row.AppliedAt!.Value) })
            .ToDictionaryAsync(group => group.Key, group => group.At, cancel);

    private static Task<Dictionary<long, DateTime>> LastRuns(MarshrutDb db, List<long> ids, CancellationToken cancel) =>
        db.AssessmentRuns.IgnoreQueryFilters([MarshrutDb.OwnFilter])
            .Where(row => ids.Contains(row.OrganizationId))
            .GroupBy(row => row.OrganizationId)
            .Select(group => new { group.Key, At = group.Max(row => row.At) })
            .ToDictionaryAsync(group => group.Key, group => group.At, cancel);
}
