using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>
/// AES-256-GCM. Layout of a sealed block: version (1) · key id (4) · nonce (12) · tag (16) · ciphertext. The purpose and the id of the row that
/// holds it are authenticated too: a block moved to another row or column does not open.
/// </summary>
public sealed class Sealer(KeyRing ring)
{
    /// <summary>Bytes that sealing adds.</summary>
    public const int Overhead = 1 + 4 + 12 + 16;

    /// <summary>Version and key id.</summary>
    public const int HeaderSize = 1 + 4;
    private const byte Version = 1;

    [ThreadStatic]
    private static (KeyRing? Ring, uint KeyId, AesGcm? Cipher) cached;

    public byte[] Seal(ReadOnlySpan<byte> plain, SealPurpose purpose, long rowId)
    {
        var block = new byte[Overhead + plain.Length];
        Seal(plain, purpose, rowId, block);
        return block;
    }

    public void Seal(ReadOnlySpan<byte> plain, SealPurpose purpose, long rowId, Span<byte> block)
    {
        // Asked once: the ring may get a newer key between two questions.
        var keyId = ring.CurrentId;
        WriteHeader(block, keyId);
        var nonce = block.Slice(5, 12);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> bound = stackalloc byte[9];
        Bind(purpose, rowId, bound);
        Cipher(keyId).Encrypt(nonce, plain, block[Overhead..], block.Slice(17, 16), bound);
    }

    /// <exception cref="CryptographicException">Damaged, moved from another row, or sealed by a key that the ring lacks.</exception>
    public byte[] Open(ReadOnlySpan<byte> block, SealPurpose purpose, long rowId)
    {
        var plain = new byte[Math.Max(0, block.Length - Overhead)];
        Open(block, purpose, rowId, plain);
        return plain;
    }

    /// <summary>Opens into <paramref name="plain"/>, whose length must be the block's less <see cref="Overhead"/>.</summary>
    public void Open(ReadOnlySpan<byte> block, SealPurpose purpose, long rowId, Span<byte> plain)
    {
        if (!IsBlock(block))
        {
            throw new CryptographicException("Not a sealed block.");
        }

        Span<byte> bound = stackalloc byte[9];
        Bind(purpose, rowId, bound);
        Cipher(KeyOf(block)).Decrypt(block.Slice(5, 12), block[Overhead..], block.Slice(17, 16), plain, bound);
    }

    /// <summary>What every block of this key begins with: how the database finds them.</summary>
    public static byte[] Header(uint keyId)
    {
        var header = new byte[HeaderSize];
        WriteHeader(header, keyId);
        return header;
    }

    /// <summary>Has it the form of a block, whoever sealed it?</summary>
    public static bool IsBlock(ReadOnlySpan<byte> bytes) => bytes.Length >= Overhead && bytes[0] == Version;

    /// <summary>Which key sealed the block.</summary>
    public static uint KeyOf(ReadOnlySpan<byte> block) => BinaryPrimitives.ReadUInt32LittleEndian(block[1..]);

    private static void WriteHeader(Span<byte> block, uint keyId)
    {
        block[0] = Version;
        BinaryPrimitives.WriteUInt32LittleEndian(block[1..], keyId);
    }

    private static void Bind(SealPurpose purpose, long rowId, Span<byte> bound)
    {
        bound[0] = (byte)purpose;
        BinaryPrimitives.WriteInt64LittleEndian(bound[1..], rowId);
    }

    /// <summary>An AES context costs more than a small block: each thread keeps the last one.</summary>
    private AesGcm Cipher(uint keyId)
    {
        if (cached.Cipher is null || cached.KeyId != keyId || !ReferenceEquals(cached.Ring, ring))
        {
            cached = (ring, keyId, new AesGcm(ring.Key(keyId), 16));
        }

        return cached.Cipher!;
    }
}
