namespace Marshrut.Core.Register.Journal;

/// <summary>One line of an organisation's journal.</summary>
/// <param name="At">UTC.</param>
/// <param name="Actor">Full name of today, or what the process is.</param>
/// <param name="Words">What was done.</param>
/// <param name="Values">Before, after and why, where the line is about one person; empty: nothing of it, or the person's key was destroyed.</param>
/// <param name="EnrolmentId">The card of the person; null: the line is about nobody, or about somebody who is gone.</param>
/// <param name="Person">Surname and name of today.</param>
public sealed record RegisterJournalRow(long Sequence, DateTime At, string Actor, string Words, string Values, long? EnrolmentId, string? Person);

public sealed record RegisterJournalPage(IReadOnlyList<RegisterJournalRow> Rows, bool HasPrevious, bool HasNext);
