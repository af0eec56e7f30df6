using System.Globalization;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Outside;

/// <summary>
/// Reads back what an employment centre outside the program filled in: who is taken over, who is given back and why, the curator, the outcome. The sender
/// writes it for the centre; a centre whose staff work here answers itself. There is no case: the work goes on on paper.
/// </summary>
public sealed class ReadTransferFile(MarshrutDb db, BulkWriter bulk, Sealer sealer, TimeProvider clock) : IUseCase
{
    private const int LongestName = 150;

    private static readonly string[] columns =
        [.. ReturnPeople.Columns, nameof(TransferItem.CaseState), nameof(TransferItem.Outcome), nameof(TransferItem.CuratorName), nameof(TransferItem.CuratorId), nameof(TransferItem.LastActivityOn)];

    private static readonly Dictionary<string, CaseOutcome> outcomes =
        Enum.GetValues<CaseOutcome>().Where(outcome => outcome.IsChoice).ToDictionary(outcome => NameText.Normalize(CaseWords.Outcome(outcome)), StringComparer.Ordinal);

    /// <returns>Null: the organisation in scope sent no such transfer.</returns>
    /// <exception cref="SpreadsheetProblem">The file cannot be read, or lacks a column.</exception>
    /// <exception cref="RuleViolation"><c>centre-inside</c>: its staff answer in the program.</exception>
    public async Task<FileReport?> Read(long transferId, Stream file, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        if (await db.Transfers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == transferId && row.FromOrganizationId == own, cancel) is not { } transfer)
        {
            return null;
        }

        if (!await db.IsOutside(transfer.ToOrganizationId, cancel))
        {
            throw new RuleViolation("centre-inside", "Этот центр занятости работает в программе и отвечает в ней сам.");
        }

        using var opened = TableFile.Open(file, OutsideColumns.All, ColumnMapping.Empty, header => OutsideColumns.MissingIn(header).Count == 0);
        var table = new TableRows(opened.Sheet, OutsideColumns.All, ColumnMapping.Empty, OutsideColumns.MissingIn, OutsideColumns.LastName);
        var rows = opened.Rows().Select(table.Take).OfType<RowDraft>().ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = await db.TransferItems.AsNoTracking().Where(row => row.TransferId == transferId).Select(row => row.Id).ToListAsync(cancel);
        var items = (await db.LockItems(ids, cancel)).ToDictionary(item => item.Id);
        var people = items.Values.Select(item => item.PersonId).ToList();
        var names = await db.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.LastName, cancel);
        var changed = new HashSet<TransferItem>();
        foreach (var draft in rows)
        {
            if (Take(draft, table.Header, items, names) is { } item)
            {
                changed.Add(item);
            }
        }

        foreach (var item in changed)
        {
            db.Audit(new AuditDraft(own, AuditActions.OutsideAnswered, "transfer", transferId, item.PersonId, new { item = item.Id, state = (int)item.State }));
        }

        await bulk.Update([.. changed], columns, cancel);
        await db.LetGo(changed.Where(item => item.State == TransferItemState.Returned || item.CaseState == CaseState.Closed).Select(item => item.Id), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        var rejected = rows.Count(draft => draft.Rejected);
        return new FileReport(
            table.Read, Created: 0, changed.Count, table.Read - rejected - changed.Count, rejected, Repaired: 0, MissingFromFile: 0, [.. rows.SelectMany(draft => draft.Errors)], [], table.Notices());
    }

    /// <returns>The person whom the row changed; null: nobody, or the row is rejected.</returns>
    private TransferItem? Take(RowDraft draft, RecognisedHeader<TableColumn> header, Dictionary<long, TransferItem> items, Dictionary<long, string> names)
    {
        var number = header.Of(OutsideColumns.Item)!;
        var surname = header.Of(OutsideColumns.LastName)!;
        if (!long.TryParse(RowReading.WithoutZeroFraction(TextOf(draft.Open(number))), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !items.TryGetValue(id, out var item))
        {
            draft.Fail(number, "no-such-line", "Такой строки в этой передаче нет. Не меняйте номер строки.", rejects: true);
            return null;
        }

        if (NameText.Normalize(TextOf(draft.Open(surname))) != NameText.Normalize(names.GetValueOrDefault(item.PersonId)))
        {
            draft.Fail(surname, "other-person", "Под этим номером другой человек. Похоже, столбцы сдвинулись: проверьте файл.", rejects: true);
            return null;
        }

        var before = (item.State, item.CaseState, item.Outcome, item.CuratorName);
        try
        {
            Answer(draft, header, item);
        }
        catch (RuleViolation refusal)
        {
            draft.Fail(header.Of(OutsideColumns.Answer)!, refusal.Code, refusal.Message, rejects: true);
        }

        return draft.Rejected || before == (item.State, item.CaseState, item.Outcome, item.CuratorName) ? null : item;
    }

    private void Answer(RowDraft draft, RecognisedHeader<TableColumn> header, TransferItem item)
    {
        var now = clock.UtcNow();
        var answer = header.Of(OutsideColumns.Answer)!;
        var cell = draft.Open(answer);
        if (cell.IsGiven && item.State == TransferItemState.Waiting)
        {
            switch (Said(cell.Text))
            {
                case true:
                    item.AcceptOutside(now, db.Scope.Actor);
                    break;
                case false:
                    var reason = draft.Open(header.Of(OutsideColumns.Reason));
                    item.Return(ReturnReason.Other, sealer.SealNote(TransferItem.NoteFor(ReturnReason.Other, TextOf(reason))!, SealPurpose.ReturnNote, item.Id), now, db.Scope.Actor);
                    return;
                default:
                    draft.Fail(answer, "bad-answer", "Не поняли ответ. Напишите «принят» или «возвращён».", rejects: true);
                    return;
            }
        }

        if (item is { State: TransferItemState.Accepted, CaseId: null } && item.CaseState != CaseState.Closed)
        {
            Tell(draft, header, item);
        }
    }

    private void Tell(RowDraft draft, RecognisedHeader<TableColumn> header, TransferItem item)
    {
        var curator = TextOf(draft.Open(header.Of(OutsideColumns.Curator)));
        if (curator.Length > LongestName)
        {
            draft.Fail(header.Of(OutsideColumns.Curator)!, ImportErrorCodes.TooLong, ImportMessages.TooLong(LongestName));
        }
        else if (curator.Length > 0)
        {
            item.CuratorName = curator;
        }

        if (header.Of(OutsideColumns.Outcome) is not { } column || draft.Open(column) is not { IsGiven: true } ended)
        {
            return;
        }

        if (outcomes.TryGetValue(NameText.Normalize(ended.Text), out var outcome))
        {
            item.EndOutside(outcome, clock.Today());
        }
        else
        {
            draft.Fail(column, "bad-outcome", $"Не поняли итог. Напишите одно из: {string.Join("; ", outcomes.Values.Select(CaseWords.Outcome))}.");
        }
    }

    private static string TextOf(OpenCell cell) => cell.IsGiven ? cell.Text : "";

    private static bool? Said(string text)
    {
        var words = text.ToLowerInvariant();
        return words is "+" or "да" || words.StartsWith("прин", StringComparison.Ordinal) ? true
            : words is "-" or "нет" || words.StartsWith("возв", StringComparison.Ordinal) || words.StartsWith("верн", StringComparison.Ordinal) ? false
            : null;
    }
}
