using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Marshrut.Core.Platform.Audit;

/// <summary>The hash of a journal line: SHA-256 over every column, each with its length before it, so that nothing can slide between columns.</summary>
public static class AuditHash
{
    public const int Size = 32;

    /// <summary>Stands before the first line of a chain.</summary>
    public static byte[] Start(string chain) => SHA256.HashData(Encoding.UTF8.GetBytes("marshrut-audit:" + chain));

    public static byte[] Of(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, entry.PreviousHash);
        Add(hash, entry.Chain);
        Add(hash, entry.Sequence);
        Add(hash, entry.At.Ticks);
        Add(hash, entry.Actor);
        Add(hash, entry.Action);
        Add(hash, entry.SubjectKind);
        Add(hash, entry.SubjectId ?? long.MinValue);
        Add(hash, entry.PersonId ?? long.MinValue);
        Add(hash, entry.Details);
        Add(hash, entry.Sealed is null ? 0L : 1L);
        Add(hash, entry.Sealed ?? []);
        return hash.GetHashAndReset();
    }

    /// <summary>One hash over the heads of all chains, in key order: what an outsider writes down to notice a cut tail.</summary>
    public static string OfHeads(IEnumerable<AuditHead> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var head in heads.OrderBy(head => head.Chain, StringComparer.Ordinal))
        {
            Add(hash, head.Chain);
            Add(hash, head.Sequence);
            Add(hash, head.Hash);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    private static void Add(IncrementalHash hash, byte[] bytes)
    {
        Add(hash, (long)bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
