using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>
/// Time-based one-time passwords as authenticator apps make them: RFC 6238 with SHA-1, thirty seconds, six digits. Ours instead of Identity's because
/// the time comes from <see cref="TimeProvider"/> and a code is good once (RFC 6238 §5.2).
/// </summary>
public static class Totp
{
    public const int Digits = 6;
    public const int SecretSize = 20;
    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretSize);

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, message, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0f)..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, one step of a clock's error allowed to either side; null: wrong, or not newer than the last one used.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        Span<byte> given = stackalloc byte[Digits];
        if (code.Length != Digits || !System.Text.Encoding.ASCII.TryGetBytes(code, given, out _))
        {
            return null;
        }

        long? found = null;
        Span<byte> expected = stackalloc byte[Digits];
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            System.Text.Encoding.ASCII.GetBytes(CodeAt(secret, step), expected);
            if (CryptographicOperations.FixedTimeEquals(given, expected) && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The secret as it is typed into an app: base 32 in groups of four.</summary>
    public static string InWords(ReadOnlySpan<byte> secret) => string.Join(' ', Base32(secret).Chunk(4).Select(group => new string(group)));

    /// <summary>What the QR code holds.</summary>
    public static string Link(ReadOnlySpan<byte> secret, string login) =>
        $"otpauth://totp/{Uri.EscapeDataString("Маршрут:" + login)}?secret={Base32(secret)}&issuer={Uri.EscapeDataString("Маршрут")}&digits={Digits}&period={StepSeconds}";

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length * 8 + 4) / 5);
        var buffer = 0;
        var bits = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
                buffer &= (1 << bits) - 1;
            }
        }

        if (bits > 0)
        {
            text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        }

        return text.ToString();
    }
}
