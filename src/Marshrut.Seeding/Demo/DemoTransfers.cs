using Marshrut.Core.Cases;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Core.Transfers.Queue;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>Hand-over in the demo region by the use cases that people have: lists sent, most answered, some waiting, a few late, a few given back.</summary>
internal sealed class DemoTransfers(
    MarshrutDb db,
    ComposeTransfer compose,
    ShowTransferDraft show,
    SaveTransferDraft save,
    SendTransfer send,
    DiscardDraft discard,
    AcceptPeople accept,
    ReturnPeople give,
    StateFreePlaces places,
    ListCurators curators,
    TimeProvider clock)
{
    private const int PlacesOfMonth = 80;

    public Task StatePlaces(CancellationToken cancel) => places.State(DateOnly.FromDateTime(clock.GetLocalNow().DateTime), PlacesOfMonth, cancel);

    /// <summary>The organisation in scope sends its people of highest priority to a centre.</summary>
    /// <param name="people">At most so many.</param>
    public async Task Send(string centreCode, int people, CancellationToken cancel)
    {
        var centre = await db.Organizations.Where(row => row.Code == centreCode).Select(row => row.Id).SingleAsync(cancel);
        var confirmed = await db.Assessments.Where(row => row.IsCurrent && row.IsHigh && row.Status == AssessmentStatus.Confirmed)
            .OrderByDescending(row => row.Priority).ThenBy(row => row.SortName).ThenBy(row => row.EnrolmentId)
            .Select(row => row.EnrolmentId).Take(people * 4).ToListAsync(cancel);
        if (confirmed.Count == 0)
        {
            return;
        }

        var draft = await compose.Compose(new NewTransferDraft(centre, TransferKind.HighRisk, confirmed), cancel);
        var going = (await show.Show(draft, cancel))!.Going.Take(people).Select(person => person.RowId).ToList();
        if (going.Count > 0)
        {
            await save.Save(new ChosenLines(draft, going, new Dictionary<long, string?>()), cancel);
            await send.Send(draft, cancel);
        }

        await discard.Discard(draft, cancel);
    }

    /// <summary>The centre in scope answers for the people of some senders: one in eight is given back, every second curator-less.</summary>
    public async Task Answer(IReadOnlyCollection<long> senders, CancellationToken cancel)
    {
        var waiting = await db.TransferItems.Where(row => row.State == TransferItemState.Waiting && senders.Contains(row.FromOrganizationId))
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var groups = waiting.Select((id, number) => (id, Kind: number % 8)).ToLookup(row => row.Kind == 7 ? 0 : row.Kind % 2 == 0 ? 1 : 2, row => row.id);
        var staff = await curators.List(cancel);
        await Do(groups[0], ids => give.Return(ids, ReturnReason.NoContact, "Телефон не отвечает, уточните номер", cancel));
        await Do(groups[1], ids => accept.Accept(ids, new CuratorChoice(staff.Count > 0 ? staff[0].UserId : null), cancel));
        await Do(groups[2], ids => accept.Accept(ids, CuratorChoice.Nobody, cancel));
    }

    /// <summary>The centre in scope takes over everybody whom some senders sent, each with a curator.</summary>
    public async Task Take(IReadOnlyCollection<long> senders, CancellationToken cancel)
    {
        var waiting = await db.TransferItems.Where(row => row.State == TransferItemState.Waiting && senders.Contains(row.FromOrganizationId)).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var staff = await curators.List(cancel);
        await Do(waiting, ids => accept.Accept(ids, new CuratorChoice(staff.Count > 0 ? staff[0].UserId : null), cancel));
    }

    private static async Task Do(IEnumerable<long> ids, Func<IReadOnlyCollection<long>, Task> act)
    {
        if (ids.ToList() is { Count: > 0 } some)
        {
            await act(some);
        }
    }
}
