using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Marshrut.Core.Notifications;

/// <summary>Writes letters and sends those whose time has come. A letter that does not go is tried again, later and later, then given up and shown by <c>check</c>.</summary>
public sealed partial class SendLetters(MarshrutDb db, WriteLetters write, PostLetter post, TimeProvider clock, ILogger<SendLetters> log) : IRecurringWork
{
    private const int AtOnce = 2_000;

    public string Kind => "send-letters";

    public string Title => "Письма об уведомлениях";

    public string Cron => "0 */10 7-20 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        await write.Write(cancel);
        var (sent, failed) = (0, 0);
        var now = clock.UtcNow();
        var due = await db.Letters.AsNoTracking().Where(row => row.State == LetterState.Waiting && row.NextAt <= now).OrderBy(row => row.NextAt).ThenBy(row => row.Id).Select(row => row.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var id in due)
        {
            cancel.ThrowIfCancellationRequested();
            var gone = await Send(id, cancel);
            (sent, failed) = (sent + (gone == true ? 1 : 0), failed + (gone == false ? 1 : 0));
            context.Report(sent + failed, due.Count, "отправка писем");
            db.ChangeTracker.Clear();
        }

        context.Summary = due.Count == 0 ? "Писем нет." : $"Отправлено писем: {sent}{(failed == 0 ? "" : $", не ушло: {failed}, попробуем ещё раз")}.";
    }

    /// <returns>Null: another node has it.</returns>
    private async Task<bool?> Send(long id, CancellationToken cancel)
    {
        var letter = await db.Letters.SingleAsync(row => row.Id == id, cancel);
        letter.Try(clock.UtcNow());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        try
        {
            await post.Post(letter, cancel);
            letter.Sent(clock.UtcNow());
        }
#pragma warning disable CA1031 // Whatever the server says, the letter is tried again.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // The text of the problem may carry the address: its kind is enough.
            LogNotSent(log, letter.Id, letter.Attempts, letter.Failed() ? "given up" : "will be tried again", problem.GetType().Name);
            await db.SaveChangesAsync(CancellationToken.None);
            return false;
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Letter {Letter} was not sent at try {Attempt}: {Next} ({Problem})")]
    private static partial void LogNotSent(ILogger log, long letter, int attempt, string next, string problem);
}
