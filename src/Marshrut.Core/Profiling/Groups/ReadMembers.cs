using System.Runtime.CompilerServices;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Profiling;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>Reads the people of the organisation in scope for rules, one pass over the register for any number of rules: at most three commands.</summary>
public sealed class ReadMembers(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    internal async IAsyncEnumerable<GroupMember> Read(RuleNeeds needs, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (open, met) = await Requests(needs, cancel);
        var around = new MemberSurroundings(sealer, clock.Today(), open, met, await Handed(needs, cancel));
        var (facts, block) = (needs.Facts, needs.Block);
        var rows =
            from one in db.Studies().AsNoTracking()
            join current in db.Assessments.AsNoTracking().Where(row => row.IsCurrent) on one.EnrolmentId equals current.EnrolmentId into assessments
            from assessment in assessments.DefaultIfEmpty()
            select new MemberRow
            {
                EnrolmentId = one.EnrolmentId,
                PersonId = one.PersonId,
                SortName = one.SortName,
                Study = one.Study,
                PersonFacts = facts ? one.PersonFacts : null,
                EnrolmentFacts = facts ? one.EnrolmentFacts : null,
                AssessmentId = assessment == null ? null : assessment.Id,
                IsHigh = assessment == null ? null : assessment.IsHigh,
                Complete = assessment == null ? null : assessment.Complete,
                Priority = assessment == null ? null : assessment.Priority,
                Decision = assessment == null ? null : assessment.Status,
                Block = block && assessment != null ? assessment.Block : null,
            };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new GroupMember(row, around);
        }
    }

    private async Task<(Dictionary<long, HashSet<string>> Open, Dictionary<long, HashSet<string>> Met)> Requests(RuleNeeds needs, CancellationToken cancel)
    {
        var (open, met) = (new Dictionary<long, HashSet<string>>(), new Dictionary<long, HashSet<string>>());
        if (!needs.Requests)
        {
            return (open, met);
        }

        await foreach (var row in db.ClientRequests.AsNoTracking().Where(row => row.State != RequestState.Withdrawn).Select(row => new { row.PersonId, row.Type, row.State }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var kinds = row.State == RequestState.Met ? met : open;
            if (!kinds.TryGetValue(row.PersonId, out var types))
            {
                kinds[row.PersonId] = types = [];
            }

            types.Add(row.Type);
        }

        return (open, met);
    }

    /// <summary>By the latest item of each person: an earlier one has been answered.</summary>
    private async Task<Dictionary<long, HandedChoice>> Handed(RuleNeeds needs, CancellationToken cancel)
    {
        var found = new Dictionary<long, HandedChoice>();
        if (!needs.Handed)
        {
            return found;
        }

        var own = db.Scope.OrganizationId;
        var items = db.TransferItems.AsNoTracking().Where(item => item.FromOrganizationId == own).OrderBy(item => item.Id).Select(item => new { item.PersonId, item.State, item.CaseState });
        await foreach (var item in items.AsAsyncEnumerable().WithCancellation(cancel))
        {
            found[item.PersonId] = (item.State, item.CaseState) switch
            {
                (TransferItemState.Waiting, _) => HandedChoice.Waiting,
                (TransferItemState.Accepted, CaseState.Closed) => HandedChoice.Ended,
                (TransferItemState.Accepted, _) => HandedChoice.Accepted,
                _ => HandedChoice.Back,
            };
        }

        return found;
    }
}
