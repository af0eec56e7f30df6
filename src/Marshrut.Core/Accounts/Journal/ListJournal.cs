using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts.Journal;

/// <param name="From">First moment, UTC; null: from the beginning.</param>
/// <param name="To">First moment no longer shown, UTC.</param>
/// <param name="Login">Who did it; a login that nobody has finds nothing.</param>
/// <param name="Before">Number of the last line of the page before, as <see cref="JournalPage.Next"/> gave it.</param>
/// <param name="Organization">Code: the journal of that organisation, in counts and codes, without a word of its people (DOMAIN §3); null: the installation's.</param>
public sealed record JournalFilter(DateTime? From, DateTime? To, string? Login, JournalTopic? Topic, long? Before, string? Organization = null);

public sealed record JournalRow(long Sequence, DateTime At, string Actor, string Words);

public sealed record JournalPage(IReadOnlyList<JournalRow> Rows, long? Next);

/// <summary>The installation's journal, or one organisation's, newest first. Names stand nowhere in it: logins are those of today.</summary>
public sealed class ListJournal(MarshrutDb db, ILookupNormalizer names) : IUseCase
{
    public const int PageSize = 50;

    public async Task<JournalPage> List(JournalFilter filter, CancellationToken cancel)
    {
        if (await Chain(filter.Organization, cancel) is not { } chain)
        {
            return new JournalPage([], null);
        }

        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.Chain == chain);
        if (filter.From is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }

        if (filter.To is { } to)
        {
            entries = entries.Where(entry => entry.At < to);
        }

        if (filter.Before is { } before)
        {
            entries = entries.Where(entry => entry.Sequence < before);
        }

        if (!string.IsNullOrWhiteSpace(filter.Login))
        {
            var normalized = names.NormalizeName(filter.Login.Trim());
            var id = await db.Users.Where(user => user.NormalizedUserName == normalized).Select(user => (long?)user.Id).FirstOrDefaultAsync(cancel);
            if (id is null)
            {
                return new JournalPage([], null);
            }

            var actor = Actors.Of(id.Value);
            entries = entries.Where(entry => entry.Actor == actor);
        }

        if (filter.Topic is { } topic)
        {
            var known = JournalTopics.Actions.SelectMany(pair => pair.Value).ToArray();
            entries = JournalTopics.Actions.TryGetValue(topic, out var actions)
                ? entries.Where(entry => actions.Contains(entry.Action))
                : entries.Where(entry => !known.Contains(entry.Action));
        }

        var rows = await entries.OrderByDescending(entry => entry.Sequence).Take(PageSize + 1).ToListAsync(cancel);
        var page = rows.Take(PageSize).ToList();
        var logins = await Logins(page, cancel);
        return new JournalPage(
            [.. page.Select(entry => new JournalRow(
                entry.Sequence,
                entry.At,
                JournalWords.Actor(entry.Actor, Actors.UserIn(entry.Actor) is { } user ? logins.GetValueOrDefault(user) : null),
                JournalWords.Of(entry.Action, entry.Details, entry is { SubjectKind: "user", SubjectId: { } subject } ? logins.GetValueOrDefault(subject) : null)))],
            rows.Count > PageSize ? page[^1].Sequence : null);
    }

    private async Task<string?> Chain(string? organization, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(organization))
        {
            return AuditLog.InstallationChain;
        }

        var code = organization.Trim();
        var id = await db.Organizations.Where(row => row.Code == code).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancel);
        return id is null ? null : AuditLog.ChainOf(id);
    }

    private async Task<Dictionary<long, string>> Logins(List<AuditEntry> page, CancellationToken cancel)
    {
        var ids = page.Select(entry => Actors.UserIn(entry.Actor))
            .Concat(page.Where(entry => entry.SubjectKind == "user").Select(entry => entry.SubjectId))
            .OfType<long>()
            .Distinct()
            .ToList();
        return await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.UserName!, cancel);
    }
}
