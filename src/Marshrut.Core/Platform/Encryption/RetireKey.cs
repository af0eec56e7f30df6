using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>Takes an older key out of the ring for ever. Backups from its time cannot be read any more without a copy of the ring from then.</summary>
public sealed class RetireKey(JobDatabase jobs, MarshrutDb db, KeyRing ring, ListKeys keys, TimeProvider clock) : IUseCase
{
    /// <summary>
    /// What a program sealed by the former key just before the change may be written much later (a long import, an assessment of a large register), and
    /// nobody would open it then. There is no hurry: whoever knows the key knows it in the ring and out of it.
    /// </summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromHours(1);

    /// <exception cref="RuleViolation">No such key, the current one, one that still seals something, or one whose successor is younger than <see cref="Rest"/>.</exception>
    /// <exception cref="InstallationProblem">Another run changes the keys of this installation.</exception>
    public async Task Retire(uint id, CancellationToken cancel)
    {
        await using var held = await JobLock.TryTake(jobs, RotateKeys.LockName, cancel) ?? throw RotateKeys.Busy();
        var known = await keys.List(cancel);
        var key = known.FirstOrDefault(row => row.Id == id)
            ?? throw new RuleViolation("unknown-key", $"Ключа № {id} в наборе нет. Посмотрите номера: marshrut keys list.");
        if (key.IsCurrent)
        {
            throw new RuleViolation("current-key", $"Ключ № {id} — действующий. Сначала смените его: marshrut keys rotate.");
        }

        if (key.Rows > 0)
        {
            throw new RuleViolation("key-in-use",
                $"Ключом № {id} ещё закрыто: {Russian.Count(key.Rows, "строка", "строки", "строк")}. Перешифруйте их: marshrut keys reseal.");
        }

        if (clock.GetUtcNow().UtcDateTime - known.First(row => row.IsCurrent).MadeAt < Rest)
        {
            throw new RuleViolation("key-rests",
                $"После смены ключа не прошло часа: работы, которые начались раньше, могут ещё дописать закрытое ключом № {id}. Повторите позже.");
        }

        // Told before it is done: a line too many is better than a key that went silently.
        db.Audit(new AuditDraft(null, AuditActions.KeyRetired, "keys", id));
        await db.SaveChangesAsync(cancel);
        ring.Remove(id);
    }
}
