using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>Reads what decides about a hand-over, a thousand people at a time: a fixed number of commands however many there are.</summary>
public sealed class ReadCandidates(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    private const int AtOnce = 1_000;
    private static readonly string[] contacts = ["phone", "email"];

    /// <param name="enrolmentIds">Foreign ones are not found.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>In no particular order.</returns>
    public async Task<List<Candidate>> Read(IReadOnlyCollection<long> enrolmentIds, CancellationToken cancel)
    {
        var centres = await Centres(cancel);
        var found = new List<Candidate>(enrolmentIds.Count);
        foreach (var some in enrolmentIds.Distinct().Order().Chunk(AtOnce))
        {
            found.AddRange(await ReadSome(some, centres, cancel));
        }

        return found;
    }

    private async Task<IEnumerable<Candidate>> ReadSome(long[] ids, Dictionary<string, long> centres, CancellationToken cancel)
    {
        var rows = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on enrolment.PersonId equals person.Id
            join known in db.Programmes on enrolment.ProgrammeCode equals known.Code into programmes
            from programme in programmes.DefaultIfEmpty()
            where ids.Contains(enrolment.Id)
            select new { Enrolment = enrolment, Person = person, ProgrammeName = (string?)programme.Name }).ToListAsync(cancel);
        var assessments = await db.Assessments.AsNoTracking().Where(row => row.IsCurrent && ids.Contains(row.EnrolmentId)).ToDictionaryAsync(row => row.EnrolmentId, cancel);
        var added = await db.AddedOf(assessments.Values.Select(row => row.SupplementVersionId), cancel);
        var people = rows.Select(row => row.Person.Id).Distinct().ToArray();
        var consents = await ConsentTrail.Read(db, sealer, people, cancel);
        var (checkedOn, limits) = await Ledger(people, rows.Select(row => row.Person), cancel);
        var today = clock.Today();
        var held = await Held(rows.Select(row => row.Person), cancel);
        return rows.Select(row =>
        {
            var assessment = assessments.GetValueOrDefault(row.Enrolment.Id);
            return new Candidate(
                row.Person,
                row.Enrolment,
                row.ProgrammeName,
                assessment,
                assessment is null ? null : sealer.OpenAssessment(assessment.Block, assessment.Id),
                assessment?.SupplementVersionId is { } version ? added[version] : [],
                sealer.OpenPersonFacts(row.Person.Facts, row.Person.Id),
                sealer.OpenEnrolmentFacts(row.Enrolment.Facts, row.Enrolment.Id),
                row.Person.TransferConsentOn is null ? null : consents[row.Person.Id].Live(ConsentPurpose.Transfer, today),
                limits.GetValueOrDefault(row.Person.Id),
                checkedOn.TryGetValue(row.Person.Id, out var day) ? day : null,
                held.Contains(row.Person.Id),
                (row.Person.DistrictAfter ?? row.Person.District) is { } district && centres.TryGetValue(NameText.Normalize(district), out var centre) ? centre : null);
        });
    }

    /// <summary>District by its normalised name → the employment centre that serves it.</summary>
    private Task<Dictionary<string, long>> Centres(CancellationToken cancel)
    {
        var region = db.Scope.RegionCode;
        return db.Districts.AsNoTracking().Where(row => row.RegionCode == region && row.ServedById != null)
            .ToDictionaryAsync(row => row.SearchName, row => row.ServedById!.Value, cancel);
    }

    private async Task<(Dictionary<long, DateOnly> CheckedOn, Dictionary<long, string> Limits)> Ledger(long[] ids, IEnumerable<Person> people, CancellationToken cancel)
    {
        var pointed = new HashSet<long>();
        foreach (var person in people)
        {
            // Without the consent on health nothing of it goes along.
            if (sealer.OpenPersonFacts(person.Facts, person.Id) is { HealthConsentOn.Day: not null, WorkLimitsEvidenceId: > 0 and var evidence })
            {
                pointed.Add(evidence);
            }
        }

        var (checkedOn, limits) = (new Dictionary<long, DateOnly>(), new Dictionary<long, string>());
        await foreach (var row in db.Evidence.AsNoTracking().Where(row => ids.Contains(row.PersonId)).OrderBy(row => row.RecordedAt).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var payload = EvidencePayload.Open(sealer, row);
            if (contacts.Any(payload.After.ContainsKey))
            {
                checkedOn[row.PersonId] = DateOnly.FromDateTime(row.RecordedAt);
            }

            if (pointed.Contains(row.Id) && payload.After.GetValueOrDefault("workLimits") is { } text)
            {
                limits[row.PersonId] = text;
            }
        }

        return (checkedOn, limits);
    }

    /// <summary>By the fingerprint, and by the sender's own items: a СНИЛС that was written down later changes the fingerprint.</summary>
    private async Task<HashSet<long>> Held(IEnumerable<Person> people, CancellationToken cancel)
    {
        var byPrint = people.DistinctBy(person => person.Id).ToLookup(person => Convert.ToHexString(person.Fingerprint), person => person.Id);
        var prints = byPrint.Select(group => Convert.FromHexString(group.Key)).ToList();
        var ids = byPrint.SelectMany(group => group).ToList();
        var held = new HashSet<long>();
        foreach (var print in await db.Holdings.AsNoTracking().Where(row => prints.Contains(row.Fingerprint)).Select(row => row.Fingerprint).ToListAsync(cancel))
        {
            held.UnionWith(byPrint[Convert.ToHexString(print)]);
        }

        held.UnionWith(await (
            from item in db.TransferItems
            join holding in db.Holdings on item.Id equals holding.Id
            where ids.Contains(item.PersonId)
            select item.PersonId).ToListAsync(cancel));
        return held;
    }
}
