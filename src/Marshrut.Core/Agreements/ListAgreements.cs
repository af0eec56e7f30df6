using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Agreements;

/// <param name="Text">A part of the other side's name or of the number, in any case, ё = е.</param>
/// <param name="Past">Those whose term is over or that were ended, instead of the others.</param>
/// <param name="After">Id of the last row of the page before; null: the first page.</param>
/// <param name="Before">Id of the first row of the page after; counts where <paramref name="After"/> is null.</param>
public sealed record AgreementFilter(string? Text = null, bool Past = false, long? After = null, long? Before = null);

/// <param name="LastDay">The last day in force; null: no end.</param>
/// <param name="DaysLeft">Calendar days after today up to and with the last day; null: no end, or not in force.</param>
public sealed record AgreementRow(
    long Id, string OtherName, string Number, DateOnly SignedOn, DateOnly ValidFrom, DateOnly? LastDay, int AcceptanceDays, AgreementState State, int? DaysLeft);

/// <param name="Live">How many of those found are in force or will be.</param>
/// <param name="Past">How many of those found are over.</param>
/// <param name="Previous">For <see cref="AgreementFilter.Before"/> of the page before; null: this is the first.</param>
/// <param name="Next">For <see cref="AgreementFilter.After"/> of the next page; null: this is the last.</param>
public sealed record AgreementPage(IReadOnlyList<AgreementRow> Rows, int Live, int Past, long? Previous, long? Next);

/// <summary>
/// Agreements of the organisation in scope: those that end soonest first, past ones latest first. An organisation has some hundreds at most, and SQLite folds
/// no Cyrillic: all are read and compared here.
/// </summary>
public sealed class ListAgreements(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;

    public async Task<AgreementPage> List(AgreementFilter filter, CancellationToken cancel)
    {
        var (own, today) = (db.Scope.OrganizationId, clock.Today());
        var all = await (
            from agreement in db.Agreements.AsNoTracking()
            join other in db.Organizations on agreement.FromOrganizationId == own ? agreement.ToOrganizationId : agreement.FromOrganizationId equals other.Id
            select new { Agreement = agreement, other.Name }).ToListAsync(cancel);
        var text = NameText.Normalize(filter.Text);
        var found = all
            .Where(row => text.Length == 0 || NameText.Normalize(row.Name).Contains(text, StringComparison.Ordinal) || row.Agreement.NumberKey.Contains(text, StringComparison.Ordinal))
            .Select(row => Row(row.Agreement, row.Name, today))
            .ToLookup(row => row.State is AgreementState.Expired or AgreementState.Ended);
        var rows = (filter.Past
            ? found[true].OrderByDescending(row => row.LastDay)
            : found[false].OrderBy(row => row.LastDay ?? DateOnly.MaxValue))
            .ThenBy(row => NameText.Normalize(row.OtherName), StringComparer.Ordinal).ThenBy(row => row.Id).ToList();
        var start = filter switch
        {
            { After: { } after } => rows.FindIndex(row => row.Id == after) + 1,
            { Before: { } before } => Math.Max(0, rows.FindIndex(row => row.Id == before) - PageSize),
            _ => 0,
        };
        var page = rows.Skip(start).Take(PageSize).ToList();
        return new AgreementPage(
            page, found[false].Count(), found[true].Count(), start > 0 && page is [var first, ..] ? first.Id : null, start + page.Count < rows.Count ? page[^1].Id : null);
    }

    internal static int? DaysLeft(Agreement agreement, DateOnly today) =>
        agreement.StateOn(today) == AgreementState.InForce && agreement.LastDay is { } last ? last.DayNumber - today.DayNumber : null;

    private static AgreementRow Row(Agreement agreement, string otherName, DateOnly today) => new(
        agreement.Id, otherName, agreement.Number, agreement.SignedOn, agreement.ValidFrom, agreement.LastDay, agreement.AcceptanceDays, agreement.StateOn(today),
        DaysLeft(agreement, today));
}
