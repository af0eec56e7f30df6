using System.Globalization;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;

namespace Marshrut.Core.Platform.Encryption;

/// <param name="NewKey">Add a key to the ring first; otherwise only what older keys sealed is sealed anew by the current one.</param>
/// <param name="Progress">Told of rows sealed and of how many there are; null: nobody watches.</param>
public sealed record RotateKeysInput(bool NewKey, Action<long, long>? Progress = null);

/// <param name="Key">Number of the current key.</param>
/// <param name="Resealed">Rows that this run sealed anew.</param>
/// <param name="Remaining">Rows that are still under another key, those that do not open among them.</param>
/// <param name="Unreadable">Rows that do not open: damaged, or of a key that the ring lacks. They are left as they are.</param>
public sealed record RotatedKeys(uint Key, long Resealed, long Remaining, long Unreadable);

/// <summary>
/// A key that somebody may know: a new one takes its place and everything sealed is sealed anew by it, in short transactions beside people at work. Every
/// moment every row opens, for the ring keeps the older keys; so a run that was killed is simply begun again and goes on with the same new key, which the
/// database remembers until the end. Programs that run take the new key up by themselves (<see cref="KeyRing"/>).
/// </summary>
public sealed class RotateKeys(
    DatabaseAccess database, JobDatabase jobs, MarshrutDb db, RememberedRing remembered, InstallationSettings installation, KeyRing ring, Sealer sealer, TimeProvider clock)
    : IUseCase
{
    internal const string LockName = "keys";
    private const string RotationKey = "key-ring.rotation";

    /// <summary>So many passes at the most: beside people who hold rows or seal them all the time the run ends too, and says what is left.</summary>
    private const int MostPasses = 30;

    /// <exception cref="InstallationProblem">Another run changes the keys of this installation.</exception>
    public async Task<RotatedKeys> Rotate(RotateKeysInput input, CancellationToken cancel)
    {
        await using var held = await JobLock.TryTake(jobs, LockName, cancel) ?? throw Busy();

        // The ring was opened with all its checks before this line: a foreign one never comes so far.
        remembered.Remember(ring);
        if (input.NewKey)
        {
            MakeKey();
        }

        var key = ring.CurrentId;
        var columns = SealedColumn.Of(db.Model).Select(column => new SealedRows(database, sealer, column)).ToList();
        var (resealed, unreadable) = await Reseal(columns, key, input.Progress, cancel);
        var done = new RotatedKeys(key, resealed, await CountNotUnder(columns, key, cancel), unreadable);
        await Finish(input, done, cancel);
        await database.EmptyLog(cancel);
        return done;
    }

    internal static InstallationProblem Busy() =>
        new InstallationProblem("keys-busy", "Ключи этой установки уже меняет другой запуск программы. Дождитесь его конца и повторите.");

    /// <summary>The number is claimed before the key is made: a run killed in between makes this key and not one more.</summary>
    private void MakeKey()
    {
        var wanted = (ring.CurrentId + 1).ToString(CultureInfo.InvariantCulture);
        if (ring.CurrentId < uint.Parse(installation.Claim(RotationKey, wanted), CultureInfo.InvariantCulture))
        {
            ring.Rotate();
        }

        remembered.Remember(ring);
    }

    /// <summary>
    /// Pass after pass until one finds nothing to do: programs that run may seal with the former key until they look at the ring again, and rows that
    /// somebody held were passed over.
    /// </summary>
    private async Task<(long Resealed, long Unreadable)> Reseal(List<SealedRows> columns, uint key, Action<long, long>? progress, CancellationToken cancel)
    {
        var begun = clock.GetTimestamp();
        var total = await CountNotUnder(columns, key, cancel);
        long resealed = 0;
        progress?.Invoke(0, total);
        for (var pass = 1; ; pass++)
        {
            var (before, unreadable) = (resealed, 0L);
            foreach (var rows in columns)
            {
                unreadable += await rows.Reseal(
                    key,
                    written =>
                    {
                        resealed += written;
                        progress?.Invoke(resealed, Math.Max(total, resealed));
                    },
                    cancel);
            }

            var isOver = resealed == before && clock.GetElapsedTime(begun) > KeyRing.Freshness * 2 && await CountNotUnder(columns, key, cancel) <= unreadable;
            if (isOver || pass >= MostPasses)
            {
                return (resealed, unreadable);
            }

            await Task.Delay(KeyRing.Freshness, clock, cancel);
        }
    }

    private async Task Finish(RotateKeysInput input, RotatedKeys done, CancellationToken cancel)
    {
        if (await db.Settings.FindAsync([RotationKey], cancel) is { } open && open.Value == done.Key.ToString(CultureInfo.InvariantCulture))
        {
            db.Settings.Remove(open);
        }

        db.Audit(new AuditDraft(
            null,
            input.NewKey ? AuditActions.KeysRotated : AuditActions.KeysResealed,
            "keys",
            done.Key,
            Details: new { resealed = done.Resealed, remaining = done.Remaining, unreadable = done.Unreadable }));
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<long> CountNotUnder(List<SealedRows> columns, uint key, CancellationToken cancel)
    {
        long rows = 0;
        foreach (var column in columns)
        {
            rows += await column.CountNotUnder(key, cancel);
        }

        return rows;
    }
}
