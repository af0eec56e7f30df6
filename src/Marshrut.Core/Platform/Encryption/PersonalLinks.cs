using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>
/// One-time links and printed codes. Both are made from the identity key and the number of what they open, so nothing that lets in lies in the database, a sheet
/// can be printed again, and who guesses must guess 128 bits of a link, or 39 bits of a code and a birth date.
/// </summary>
public sealed class PersonalLinks(KeyRing ring)
{
    /// <summary>Signs that nobody takes for another one.</summary>
    public const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Signs of a code.</summary>
    public const int CodeLength = 8;

    private const int ProofSize = 16;
    private const int TokenSize = sizeof(long) + sizeof(int) + ProofSize;
    private const string LookAlikes = "АВСЕНКМРТХУ";
    private const string LatinTwins = "ABCEHKMPTXY";

    /// <summary>The last part of a link's address.</summary>
    /// <param name="id">Of what it opens.</param>
    /// <param name="number">Which link to it: an earlier one opens nothing.</param>
    public string Token(long id, int number)
    {
        Span<byte> token = stackalloc byte[TokenSize];
        BinaryPrimitives.WriteInt64BigEndian(token, id);
        BinaryPrimitives.WriteInt32BigEndian(token[sizeof(long)..], number);
        Proof("link", token[..^ProofSize]).CopyTo(token[^ProofSize..]);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>Null: nobody here made it.</returns>
    public (long Id, int Number)? Read(string? token)
    {
        Span<byte> read = stackalloc byte[TokenSize];
        if (token is null || token.Length != Base64Url.GetEncodedLength(TokenSize) || !Base64Url.IsValid(token, out var size) || size != TokenSize
            || !Base64Url.TryDecodeFromChars(token, read, out _) || !CryptographicOperations.FixedTimeEquals(Proof("link", read[..^ProofSize]), read[^ProofSize..]))
        {
            return null;
        }

        return (BinaryPrimitives.ReadInt64BigEndian(read), BinaryPrimitives.ReadInt32BigEndian(read[sizeof(long)..]));
    }

    /// <summary>The code that is printed for one, «7KM4-PX2R».</summary>
    public string Code(long id)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, id);
        var from = new UInt128(BinaryPrimitives.ReadUInt64BigEndian(Proof("code", number)), BinaryPrimitives.ReadUInt64BigEndian(Proof("code", number).AsSpan(sizeof(long))));
        var code = new char[CodeLength];
        for (var i = 0; i < CodeLength; i++)
        {
            (from, var sign) = UInt128.DivRem(from, (UInt128)Signs.Length);
            code[i] = Signs[(int)sign];
        }

        return $"{new string(code, 0, CodeLength / 2)}-{new string(code, CodeLength / 2, CodeLength / 2)}";
    }

    /// <summary>What a code is found by.</summary>
    public byte[] CodeHash(string code) => Proof("code-hash", Encoding.UTF8.GetBytes(TidyCode(code) ?? throw new ArgumentException("No code.", nameof(code))));

    /// <summary>A code as people type it: any case, with or without a dash, Cyrillic twins for Latin letters. Null: it cannot be one.</summary>
    public static string? TidyCode(string? typed)
    {
        var tidy = new StringBuilder(CodeLength);
        foreach (var sign in (typed ?? "").ToUpperInvariant())
        {
            if (sign is ' ' or '-' or '–' or '\u00a0')
            {
                continue;
            }

            var twin = LookAlikes.IndexOf(sign, StringComparison.Ordinal);
            var latin = twin < 0 ? sign : LatinTwins[twin];
            if (tidy.Length == CodeLength || !Signs.Contains(latin, StringComparison.Ordinal))
            {
                return null;
            }

            tidy.Append(latin);
        }

        return tidy.Length == CodeLength ? tidy.ToString() : null;
    }

    private byte[] Proof(string purpose, ReadOnlySpan<byte> of)
    {
        var text = new byte[purpose.Length + 1 + of.Length];
        Encoding.ASCII.GetBytes(purpose, text);
        of.CopyTo(text.AsSpan(purpose.Length + 1));
        return HMACSHA256.HashData(ring.IdentityKey, text)[..ProofSize];
    }
}
