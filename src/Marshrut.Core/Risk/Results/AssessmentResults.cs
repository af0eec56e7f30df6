using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk.Added;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

/// <param name="Before">The level before the present assessment; null: none, the person is assessed for the first time.</param>
/// <param name="Present">Tags that lists show, heavier first.</param>
/// <param name="Decided">Who decided and when; null: nobody yet.</param>
public sealed record AssessedPerson(
    long AssessmentId,
    long EnrolmentId,
    long PersonId,
    string LastName,
    string FirstName,
    string? MiddleName,
    string ProgrammeCode,
    string? Group,
    bool IsHigh,
    bool Complete,
    int Known,
    int Counted,
    AssessmentStatus Status,
    int? Priority,
    LevelBefore? Before,
    IReadOnlyList<string> Present,
    Decision? Decided);

public sealed record LevelBefore(bool IsHigh, bool Complete);

/// <param name="By">Full name of the user; null where they are gone.</param>
public sealed record Decision(string? By, DateTime At);

/// <param name="Total">People that the filter finds.</param>
/// <param name="Proposed">Those of them that can be confirmed.</param>
/// <param name="Previous">Key of the page before; null: this is the first.</param>
/// <param name="Next">Key of the page after; null: this is the last.</param>
public sealed record ResultsPage(IReadOnlyList<AssessedPerson> People, int Total, int Proposed, ResultsKey? Previous, ResultsKey? Next);

/// <param name="After">The page begins after this assessment.</param>
/// <param name="Before">The page ends before it.</param>
public sealed record ResultsKey(long? After = null, long? Before = null);

/// <summary>The list by priority, a page at a time by key, in the order of R22.</summary>
public sealed class AssessmentResults(MarshrutDb db, Sealer sealer, RiskSnapshots snapshots, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;

    /// <param name="filter">Which people.</param>
    /// <param name="key">Where the page stands; empty: the first.</param>
    /// <param name="special">The reader has the right to facts of health, or to restricted ones, and filters by them; the look goes into the journal.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<ResultsPage> Page(RiskFilter filter, ResultsKey key, bool special, CancellationToken cancel)
    {
        var found = filter.Of(await snapshots.Of(db, sealer, cancel), await db.Visible(special, cancel), clock.Today()).ToList();
        var start = key switch
        {
            { After: { } after } => found.FindIndex(row => row.AssessmentId == after) + 1,
            { Before: { } before } => Math.Max(0, found.FindIndex(row => row.AssessmentId == before) - PageSize),
            _ => 0,
        };
        var rows = found.Skip(start).Take(PageSize).ToList();
        if (special)
        {
            db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.SpecialRead, "risk-list", Details: new { people = rows.Count }));
            await db.SaveChangesAsync(cancel);
        }

        return new ResultsPage(
            await Details(rows, cancel),
            found.Count,
            found.Count(row => row.Status == AssessmentStatus.Proposed),
            start > 0 ? new ResultsKey(Before: rows is [var first, ..] ? first.AssessmentId : null) : null,
            start + rows.Count < found.Count ? new ResultsKey(After: rows[^1].AssessmentId) : null);
    }

    private async Task<IReadOnlyList<AssessedPerson>> Details(List<RiskRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.AssessmentId).ToList();
        var people = await (
            from assessment in db.Assessments
            join person in db.People on assessment.PersonId equals person.Id
            where ids.Contains(assessment.Id)
            select new { assessment.Id, person.LastName, person.FirstName, person.MiddleName, assessment.DecidedBy, assessment.DecidedAt })
            .ToDictionaryAsync(row => row.Id, cancel);

        var enrolments = rows.Select(row => row.EnrolmentId).ToList();
        var before = (await db.Assessments
            .Where(row => enrolments.Contains(row.EnrolmentId) && !row.IsCurrent)
            .Select(row => new { row.Id, row.CreatedAt, row.EnrolmentId, row.IsHigh, row.Complete })
            .ToListAsync(cancel))
            .GroupBy(row => row.EnrolmentId)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => (row.CreatedAt, row.Id))!);

        var added = await db.AddedCharacteristics(rows.Aggregate(0u, (bits, row) => bits | row.Present), cancel);
        var users = people.Values.Select(row => row.DecidedBy is null ? null : Accounts.Actors.UserIn(row.DecidedBy)).OfType<long>().Distinct().ToList();
        var names = users.Count == 0 ? [] : await db.Users.Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);

        return
        [
            .. rows.Where(row => people.ContainsKey(row.AssessmentId)).Select(row =>
            {
                var person = people[row.AssessmentId];
                return new AssessedPerson(
                    row.AssessmentId,
                    row.EnrolmentId,
                    row.PersonId,
                    person.LastName,
                    person.FirstName,
                    person.MiddleName,
                    row.ProgrammeCode,
                    row.Group,
                    row.IsHigh,
                    row.Complete,
                    row.Known,
                    row.Counted,
                    row.Status,
                    row.IsHigh ? row.Priority : null,
                    before.TryGetValue(row.EnrolmentId, out var was) ? new LevelBefore(was.IsHigh, was.Complete) : null,
                    RiskAccess.Names(row.Present & RiskAccess.Tags, added),
                    person.DecidedAt is { } at
                        ? new Decision(Accounts.Actors.UserIn(person.DecidedBy ?? "") is { } user ? names.GetValueOrDefault(user) : null, at)
                        : null);
            }),
        ];
    }
}
