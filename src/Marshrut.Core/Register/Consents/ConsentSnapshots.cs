using System.Collections.Concurrent;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Consents;

/// <summary>
/// The opened consents of an organisation, kept in the process by its register version: purpose and dates are sealed, so registers of them scan (R27). Not
/// state: any node makes it anew.
/// </summary>
public sealed class ConsentSnapshots
{
    // About 300 bytes a person.
    private const int MostOrganizations = 32;

    /// <summary>A graduate is worked with so many years (DOMAIN §4); nobody asks a later one for a consent.</summary>
    private const int YearsAfterGraduation = 2;

    private readonly ConcurrentDictionary<long, (long Version, DateOnly Day, ConsentLine[] Lines)> known = new();

    /// <summary>Whoever studies in the organisation in scope or left it at most two years ago, by name.</summary>
    public async Task<ConsentLine[]> Of(MarshrutDb db, Sealer sealer, DateOnly today, CancellationToken cancel)
    {
        var organization = db.Scope.OrganizationId;
        // Read before the rows: a change in between makes the copy stale, not wrong for long.
        var version = await db.Organizations.Where(row => row.Id == organization).Select(row => row.RegisterVersion).SingleAsync(cancel);
        if (known.TryGetValue(organization, out var kept) && kept.Version == version && kept.Day == today)
        {
            return kept.Lines;
        }

        var lines = await Read(db, sealer, today, cancel);
        if (known.Count >= MostOrganizations)
        {
            known.Clear();
        }

        known[organization] = (version, today, lines);
        return lines;
    }

    private static async Task<ConsentLine[]> Read(MarshrutDb db, Sealer sealer, DateOnly today, CancellationToken cancel)
    {
        var trails = await ConsentTrail.Read(db, sealer, null, cancel);
        var firstYear = today.Year - YearsAfterGraduation;
        var rows = (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on enrolment.PersonId equals person.Id
            where enrolment.Status != EnrolmentStatus.Expelled && (enrolment.Status != EnrolmentStatus.Graduate || enrolment.GraduationYear >= firstYear)
            orderby enrolment.SortName, enrolment.PersonId, enrolment.GraduationYear descending, enrolment.Id
            select new
            {
                enrolment.Id,
                enrolment.ProgrammeCode,
                enrolment.Course,
                enrolment.Group,
                enrolment.GraduationYear,
                enrolment.Status,
                PersonId = person.Id,
                person.LastName,
                person.FirstName,
                person.MiddleName,
                person.SortName,
                person.BirthDate,
                person.TransferConsentOn,
                person.RiskConsentOn,
                person.Facts,
            }).AsAsyncEnumerable();
        var lines = new List<ConsentLine>();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (lines is [.., var last] && last.PersonId == row.PersonId)
            {
                continue;
            }

            var trail = trails[row.PersonId];
            var health = sealer.OpenPersonFacts(row.Facts, row.PersonId).HealthConsentOn.Day;
            lines.Add(new ConsentLine(
                row.PersonId, row.Id, row.LastName, row.FirstName, row.MiddleName, row.SortName, row.BirthDate,
                row.ProgrammeCode, row.Course, row.Group, row.GraduationYear, row.Status,
                Standing(trail, ConsentPurpose.Transfer, row.TransferConsentOn, today),
                Standing(trail, ConsentPurpose.Health, health, today),
                Standing(trail, ConsentPurpose.Risk, row.RiskConsentOn, today)));
        }

        // The database orders names by its own collation; lists go by the ordinal one (R22).
        return [.. lines.OrderBy(line => line.SortName, StringComparer.Ordinal).ThenBy(line => line.PersonId)];
    }

    private static ConsentStanding Standing(IEnumerable<Consent> trail, ConsentPurpose purpose, DateOnly? signedOn, DateOnly today)
    {
        var latest = trail.Latest(purpose);
        return signedOn is { } signed && trail.Live(purpose, today) is { } live
            ? new ConsentStanding(signed, null, live.EndsOn, live.RecipientId, live.Way == Consent.Imported, live.Representative is not null, live.FileId)
            : signedOn is not null && latest is null
                // An older file left the day alone.
                ? new ConsentStanding(signedOn, null, null, null, true, false, null)
                : new ConsentStanding(null, latest?.WithdrawnOn ?? (latest?.EndsOn < today ? latest.EndsOn : null), null, null, false, false, null);
    }
}
