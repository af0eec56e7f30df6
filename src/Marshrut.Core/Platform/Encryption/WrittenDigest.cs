using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>
/// A running hash of plain values that are being written (R33): the journal proves them without holding them. It is keyed, because a plain hash of one
/// person's few facts tells them to whoever tries them all (R27).
/// </summary>
public sealed class WrittenDigest : IDisposable
{
    private readonly IncrementalHash hash;

    public WrittenDigest(KeyRing ring)
    {
        hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, ring.IdentityKey);
        hash.AppendData("written\n"u8);
    }

    public void Append(ReadOnlySpan<byte> value) => hash.AppendData(value);

    public void Append(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    /// <summary>The length stands before the text, so that two texts never pass for others; null is no empty text.</summary>
    public void Append(string? text)
    {
        Append((long)(text?.Length ?? -1));
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>64 hexadecimal digits.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
