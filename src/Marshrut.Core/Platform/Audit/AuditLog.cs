using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Platform.Audit;

/// <summary>Turns drafts into chained journal lines inside the transaction of the change they tell of.</summary>
public sealed class AuditLog(Sealer sealer, TimeProvider clock)
{
    public const string InstallationChain = "installation";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string ChainOf(long? organizationId) =>
        organizationId is null ? InstallationChain : FormattableString.Invariant($"org:{organizationId}");

    /// <summary>
    /// Appends the drafts to their chains. Must be the last step before commit, in an open transaction: it locks the heads of the chains, in key
    /// order, until the commit.
    /// </summary>
    public async Task Append(MarshrutDb db, IReadOnlyList<AuditDraft> drafts, ActingScope scope, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The journal is written inside the transaction of its change.");
        }

        var sealedValues = new byte[]?[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
        {
            sealedValues[i] = await SealValues(db, drafts[i], cancel);
        }

        await db.SaveRows(cancel);
        var heads = await LockHeads(db, [.. drafts.Select(draft => ChainOf(draft.OrganizationId)).Distinct().Order(StringComparer.Ordinal)], cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));

        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var head = heads[ChainOf(draft.OrganizationId)];
            var entry = new AuditEntry
            {
                Chain = head.Chain,
                Sequence = head.Sequence + 1,
                At = now,
                Actor = scope.Actor,
                Action = draft.Action,
                SubjectKind = draft.SubjectKind,
                SubjectId = draft.SubjectId,
                PersonId = draft.PersonId,
                Details = draft.Details is null ? "{}" : JsonSerializer.Serialize(draft.Details, Json),
                Sealed = sealedValues[i],
                PreviousHash = head.Hash,
                Hash = [],
            };
            var hash = AuditHash.Of(entry);
            db.AuditEntries.Add(new AuditEntry
            {
                Chain = entry.Chain,
                Sequence = entry.Sequence,
                At = entry.At,
                Actor = entry.Actor,
                Action = entry.Action,
                SubjectKind = entry.SubjectKind,
                SubjectId = entry.SubjectId,
                PersonId = entry.PersonId,
                Details = entry.Details,
                Sealed = entry.Sealed,
                PreviousHash = entry.PreviousHash,
                Hash = hash,
            });
            head.Sequence++;
            head.Hash = hash;
        }

        await db.SaveRows(cancel);
    }

    /// <summary>The personal part of a line, or null where there is none or the person's key was destroyed.</summary>
    public async Task<AuditValues?> ReadValues(MarshrutDb db, AuditEntry entry, CancellationToken cancel)
    {
        if (entry.Sealed is null || entry.PersonId is not { } personId)
        {
            return null;
        }

        var key = await db.PersonKeys.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == personId, cancel);
        if (key is null)
        {
            return null;
        }

        return Open(entry.Sealed, key);
    }

    /// <summary>The same for many lines of one person, by their numbers in the chain: one command.</summary>
    public async Task<IReadOnlyDictionary<long, AuditValues>> ReadValues(MarshrutDb db, long personId, IReadOnlyList<AuditEntry> entries, CancellationToken cancel)
    {
        var read = new Dictionary<long, AuditValues>();
        if (entries.All(entry => entry.Sealed is null)
            || await db.PersonKeys.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == personId, cancel) is not { } key)
        {
            return read;
        }

        foreach (var entry in entries.Where(entry => entry.Sealed is not null && entry.PersonId == personId))
        {
            read[entry.Sequence] = Open(entry.Sealed!, key);
        }

        return read;
    }

    /// <summary>The same for many lines of one chain, by their numbers: one command.</summary>
    public async Task<IReadOnlyDictionary<long, AuditValues>> ReadValues(MarshrutDb db, IReadOnlyList<AuditEntry> entries, CancellationToken cancel)
    {
        var told = entries.Where(entry => entry is { Sealed: not null, PersonId: not null }).ToList();
        var ids = told.Select(entry => entry.PersonId!.Value).Distinct().ToList();
        var keys = ids.Count == 0 ? [] : await db.PersonKeys.AsNoTracking().Where(row => ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, cancel);
        return told.Where(entry => keys.ContainsKey(entry.PersonId!.Value))
            .ToDictionary(entry => entry.Sequence, entry => Open(entry.Sealed!, keys[entry.PersonId!.Value]));
    }

    private AuditValues Open(byte[] block, PersonKey key)
    {
        using var cipher = new AesGcm(sealer.Open(key.Wrapped, SealPurpose.PersonKey, key.PersonId), 16);
        var plain = new byte[block.Length - 28];
        cipher.Decrypt(block.AsSpan(0, 12), block.AsSpan(28), block.AsSpan(12, 16), plain);
        return JsonSerializer.Deserialize<AuditValues>(PaddedText.Unpad(plain), Json)!;
    }

    private async Task<byte[]?> SealValues(MarshrutDb db, AuditDraft draft, CancellationToken cancel)
    {
        if (draft.Values is null)
        {
            return null;
        }

        if (draft is not { PersonId: { } personId, OrganizationId: { } organizationId })
        {
            throw new ArgumentException("Personal values in the journal need a person and an organisation.", nameof(draft));
        }

        var key = await db.PersonKeys.FindAsync([personId], cancel);
        byte[] plainKey;
        if (key is null)
        {
            plainKey = RandomNumberGenerator.GetBytes(32);
            db.PersonKeys.Add(new PersonKey { PersonId = personId, OrganizationId = organizationId, Wrapped = sealer.Seal(plainKey, SealPurpose.PersonKey, personId) });
        }
        else
        {
            plainKey = sealer.Open(key.Wrapped, SealPurpose.PersonKey, personId);
        }

        var plain = PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(draft.Values, Json));
        var block = new byte[28 + plain.Length];
        RandomNumberGenerator.Fill(block.AsSpan(0, 12));
        using var cipher = new AesGcm(plainKey, 16);
        cipher.Encrypt(block.AsSpan(0, 12), plain, block.AsSpan(28), block.AsSpan(12, 16));
        return block;
    }

    private static async Task<Dictionary<string, AuditHead>> LockHeads(MarshrutDb db, string[] chains, CancellationToken cancel)
    {
        foreach (var chain in chains)
        {
            var start = AuditHash.Start(chain);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO audit_heads (chain, sequence, hash) VALUES ({chain}, 0, {start}) ON CONFLICT (chain) DO NOTHING", cancel);
        }

        foreach (var tracked in db.ChangeTracker.Entries<AuditHead>().ToList())
        {
            tracked.State = EntityState.Detached;
        }

        var heads = db.Database.IsNpgsql()
            ? db.AuditHeads.FromSql($"SELECT * FROM audit_heads WHERE chain = ANY ({chains}) ORDER BY chain FOR UPDATE")
            : db.AuditHeads.Where(head => chains.Contains(head.Chain));
        return await heads.ToDictionaryAsync(head => head.Chain, cancel);
    }
}
