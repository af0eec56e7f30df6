using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Notifications;

/// <summary>Puts notices that nobody has read into letters: at once or once a day, as each user wants. A letter carries counts and a link, no person.</summary>
public sealed class WriteLetters(MarshrutDb db, CoreSettings settings, TimeProvider clock) : IUseCase
{
    /// <summary>Letters of the day are not written before.</summary>
    public const int FirstHour = 8;

    private const int MostLines = 20;

    private const int OldestDays = 7;

    /// <returns>How many letters wait now that did not before.</returns>
    public async Task<int> Write(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var oldest = now.AddDays(-OldestDays);
        var startOfDay = clock.StartOfToday();
        var isDay = clock.GetLocalNow().Hour >= FirstHour;
        var users = await db.Users.AsNoTracking()
            .Where(user => user.Email != null && user.BlockedAt == null && user.MailWay != MailWay.None && (user.MailWay == MailWay.AtOnce || isDay)
                && db.Notices.Any(row => row.UserId == user.Id && row.MailedAt == null && row.ReadAt == null && row.At >= oldest)
                && (user.MailWay == MailWay.AtOnce || !db.Letters.Any(letter => letter.UserId == user.Id && letter.CreatedAt >= startOfDay)))
            .OrderBy(user => user.Id).Select(user => new { user.Id, user.Email }).ToListAsync(cancel);
        if (users.Count == 0)
        {
            return 0;
        }

        var ids = new IdRange(db.Ids.Reserve(users.Count), users.Count);
        var written = 0;
        foreach (var user in users)
        {
            written += await Write(user.Id, user.Email!, oldest, ids.Take(), cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return written;
    }

    /// <summary>The letter and the marks on its notices are one save: a notice never goes into two letters.</summary>
    private async Task<bool> Write(long userId, string to, DateTime oldest, long letterId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.UtcNow();
        var found = await ListNotices.Of(db, userId).Where(row => row.Notice.MailedAt == null && row.Notice.ReadAt == null && row.Notice.At >= oldest)
            .OrderByDescending(row => row.Notice.Id).ToListAsync(cancel);
        if (found.Count == 0)
        {
            return false;
        }

        var marked = found.ConvertAll(row => row.Notice.Id);
        if (await db.Notices.Where(row => marked.Contains(row.Id) && row.MailedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.MailedAt, now), cancel) == 0)
        {
            return false;
        }

        var lines = found.ConvertAll(row => row.Line());
        db.Letters.Add(new Letter
        {
            Id = letterId,
            UserId = userId,
            To = to,
            Subject = $"«Маршрут»: {Russian.Count(lines.Count, "новое уведомление", "новых уведомления", "новых уведомлений")}",
            Text = TextOf(lines),
            CreatedAt = now,
            NextAt = now,
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private string TextOf(List<NoticeLine> lines)
    {
        var text = new System.Text.StringBuilder("Здравствуйте!\n\nНовое в «Маршруте»:\n");
        foreach (var line in lines.Take(MostLines))
        {
            text.Append("\n— ").Append(line.Words).Append('\n');
            if (settings.Mail.SiteAddress is { } site)
            {
                text.Append("  ").Append(new Uri(site, line.Href)).Append('\n');
            }
        }

        if (lines.Count > MostLines)
        {
            text.Append("\nИ ещё ").Append(lines.Count - MostLines).Append(".\n");
        }

        return text.Append("\nКак присылать письма, выбирают в «Маршруте»: «Мой профиль».\n").ToString();
    }
}
