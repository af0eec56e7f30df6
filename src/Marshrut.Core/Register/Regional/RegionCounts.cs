using System.Collections.Concurrent;
using Marshrut.Core.Imports;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk.Results;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Regional;

/// <summary>Enrolments of one programme of one organisation, counted. The assessment year is R20's, the circle R21's.</summary>
/// <param name="Students">Those who are to be assessed.</param>
/// <param name="Assessed">Of them with a level determined in this assessment year.</param>
/// <param name="High">Of the assessed.</param>
/// <param name="Confirmed">Of the high: decided by a person.</param>
public readonly record struct ProgrammeCount(string ProgrammeCode, int Students, int Assessed, int High, int Confirmed, int LastCourse, int LastCourseAssessed)
{
    public static ProgrammeCount operator +(ProgrammeCount one, ProgrammeCount other) => new(
        one.ProgrammeCode,
        one.Students + other.Students,
        one.Assessed + other.Assessed,
        one.High + other.High,
        one.Confirmed + other.Confirmed,
        one.LastCourse + other.LastCourse,
        one.LastCourseAssessed + other.LastCourseAssessed);
}

/// <param name="People">People of the register.</param>
/// <param name="LastImport">When a file was last written into the register, UTC; one that was taken back is not counted.</param>
/// <param name="LastRun">When risk was last determined, UTC.</param>
public sealed record OrganizationCount(int People, DateTime? LastImport, DateTime? LastRun, IReadOnlyList<ProgrammeCount> Programmes)
{
    public ProgrammeCount Sum => Programmes.Aggregate(default(ProgrammeCount), (sum, row) => sum + row);
}

/// <summary>
/// Counts of the organisations of a region, made by the database and kept in the process by the register version of each: a page of a region with a
/// million people reads versions, and counts anew only where something changed. Not state: any node makes it anew. No row and no block of a person is
/// read.
/// </summary>
public sealed class RegionCounts
{
    private readonly ConcurrentDictionary<long, (long Version, DateOnly Day, OrganizationCount Count)> known = new();

    /// <param name="db">In any scope; the organisation filter is lifted by name, see bypasses.txt.</param>
    /// <param name="organizations">Of one region, with the versions just read.</param>
    /// <param name="today">The day that says who is on the last course and which year counts.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>By id, each of <paramref name="organizations"/>.</returns>
    public async Task<IReadOnlyDictionary<long, OrganizationCount>> Of(
        MarshrutDb db, IReadOnlyCollection<Organization> organizations, DateOnly today, CancellationToken cancel)
    {
        var stale = organizations.Where(row => !known.TryGetValue(row.Id, out var kept) || kept.Version != row.RegisterVersion || kept.Day != today).ToList();
        if (stale.Count > 0)
        {
            List<long> ids = [.. stale.Select(row => row.Id)];
            var programmes = await CountProgrammes(db, ids, today, cancel);
            var people = await CountPeople(db, ids, cancel);
            var imports = await LastImports(db, ids, cancel);
            var runs = await LastRuns(db, ids, cancel);
            foreach (var row in stale)
            {
                known[row.Id] = (row.RegisterVersion, today, new OrganizationCount(
                    people.GetValueOrDefault(row.Id),
                    imports.TryGetValue(row.Id, out var import) ? import : null,
                    runs.TryGetValue(row.Id, out var run) ? run : null,
                    [.. programmes[row.Id]]));
            }
        }

        return organizations.ToDictionary(row => row.Id, row => known[row.Id].Count);
    }

    private static async Task<ILookup<long, ProgrammeCount>> CountProgrammes(MarshrutDb db, List<long> ids, DateOnly today, CancellationToken cancel)
    {
        var rows = db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => ids.Contains(row.OrganizationId)).OnDuty(db, today)
            .Select(duty => new
            {
                duty.Enrolment.OrganizationId,
                duty.Enrolment.ProgrammeCode,
                duty.IsLast,
                IsAssessed = duty.IsDone,
                IsHigh = duty.IsDone && duty.IsHigh,
                duty.IsDecided,
            });
        var groups = await rows.GroupBy(row => row).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return groups
            .GroupBy(group => (group.Key.OrganizationId, group.Key.ProgrammeCode))
            .OrderBy(cells => cells.Key.ProgrammeCode, StringComparer.Ordinal)
            .Select(cells => (cells.Key.OrganizationId, Count: new ProgrammeCount(
                cells.Key.ProgrammeCode,
                cells.Sum(cell => cell.Count),
                cells.Where(cell => cell.Key.IsAssessed).Sum(cell => cell.Count),
                cells.Where(cell => cell.Key.IsHigh).Sum(cell => cell.Count),
                cells.Where(cell => cell.Key.IsHigh && cell.Key.IsDecided).Sum(cell => cell.Count),
                cells.Where(cell => cell.Key.IsLast).Sum(cell => cell.Count),
                cells.Where(cell => cell.Key.IsLast && cell.Key.IsAssessed).Sum(cell => cell.Count))))
            .ToLookup(row => row.OrganizationId, row => row.Count);
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
