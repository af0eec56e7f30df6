using System.Buffers.Binary;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>Pads to a multiple of 256 bytes: the length of a sealed row must not tell what is in it (R27).</summary>
public static class PaddedText
{
    private const int Step = 256;

    public static byte[] Pad(ReadOnlySpan<byte> content)
    {
        var padded = new byte[(content.Length + 4 + Step - 1) / Step * Step];
        BinaryPrimitives.WriteInt32LittleEndian(padded, content.Length);
        content.CopyTo(padded.AsSpan(4));
        return padded;
    }

    public static ReadOnlySpan<byte> Unpad(ReadOnlySpan<byte> padded) =>
        padded.Slice(4, BinaryPrimitives.ReadInt32LittleEndian(padded));
}
