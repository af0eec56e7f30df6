using Marshrut.Core.Agreements;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>One person as the proposal sees them.</summary>
/// <param name="Problems">What is missing; empty: nothing.</param>
/// <param name="LeftOut">Why the proposal leaves out somebody with nothing missing; null: it takes them.</param>
public sealed record ProposedPerson(Candidate Candidate, IReadOnlyList<TransferProblem> Problems, LeftOut? LeftOut)
{
    public bool IsProposed => Problems.Count == 0 && LeftOut is null;
}

/// <summary>What is missing for whom, of people who are to be handed over to one employment centre.</summary>
public sealed class CheckCandidates(ReadCandidates candidates, ListTransferRecipients recipients, FindServiceOffices service) : IUseCase
{
    /// <returns>In the order of R22; nobody is left out yet.</returns>
    /// <exception cref="RuleViolation"><c>no-agreement</c>.</exception>
    public async Task<List<ProposedPerson>> Check(long centreId, TransferKind kind, IReadOnlyCollection<long> enrolmentIds, CancellationToken cancel)
    {
        var centres = await recipients.List(cancel);
        if (centres.All(centre => centre.Id != centreId))
        {
            throw new RuleViolation("no-agreement", "С этим центром занятости нет действующего соглашения. Передавать можно только по соглашению: добавьте его или выберите другой центр.");
        }

        var offices = (await service.Find(centreId, cancel))!;
        var found = await candidates.Read(enrolmentIds, cancel);
        return
        [
            .. found.Select(person => new ProposedPerson(person, [.. TransferRules.Problems(person, kind, offices, centres.Count == 1)], null))
                .OrderByDescending(line => line.Candidate.Priority)
                .ThenBy(line => line.Candidate.Enrolment.GraduationYear)
                .ThenBy(line => line.Candidate.Enrolment.SortName, StringComparer.Ordinal)
                .ThenBy(line => line.Candidate.Enrolment.ExternalId, StringComparer.Ordinal)
                .ThenBy(line => line.Candidate.Enrolment.Id),
        ];
    }
}
