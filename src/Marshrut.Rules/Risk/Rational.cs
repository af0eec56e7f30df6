using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Marshrut.Rules.Risk;

/// <summary>
/// An exact ratio such as 2, 1,6 or 4/3 in lowest terms: thresholds compare integers and never depend on rounding (R23).
/// In JSON a string, <c>"8/5"</c> or <c>"2"</c>. Both parts up to one million.
/// </summary>
[JsonConverter(typeof(JsonForm))]
public readonly record struct Rational
{
    public const long Limit = 1_000_000;

    private readonly uint _numerator;

    // Stored less one, so that the zero value is the honest 0/1.
    private readonly uint _denominatorLessOne;

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> unless 0 ≤ numerator ≤ a million and 1 ≤ denominator ≤ a million.</summary>
    public Rational(long numerator, long denominator = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, Limit);
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominator, Limit);
        var divisor = Gcd(numerator, denominator);
        _numerator = (uint)(numerator / divisor);
        _denominatorLessOne = (uint)(denominator / divisor) - 1;
    }

    public long Numerator => _numerator;

    public long Denominator => _denominatorLessOne + 1L;

    /// <summary>Reads «2», «1,6», «1.6» or «8/5»; false for anything else, more than six decimals or a part over the limit.</summary>
    public static bool TryParse(string? text, out Rational value)
    {
        value = default;
        var parts = (text ?? "").Trim().Replace(',', '.').Split('/');
        if (parts.Length == 2)
        {
            return TryInteger(parts[0], out var above) && TryInteger(parts[1], out var below) && below > 0 && TryMake(above, below, out value);
        }

        var digits = parts[0].Split('.');
        if (parts.Length != 1 || digits.Length > 2 || !TryInteger(digits[0], out var whole))
        {
            return false;
        }

        if (digits.Length == 1)
        {
            return TryMake(whole, 1, out value);
        }

        var scale = 1L;
        for (var i = 0; i < digits[1].Length && scale <= Limit; i++)
        {
            scale *= 10;
        }

        return scale <= Limit && TryInteger(digits[1], out var fraction) && TryMake((whole * scale) + fraction, scale, out value);
    }

    /// <summary>«2», «1,6» where the decimals end within four places, else «4/3».</summary>
    public override string ToString()
    {
        for (long scale = 1, decimals = 0; decimals <= 4; scale *= 10, decimals++)
        {
            if (scale % Denominator == 0)
            {
                var scaled = Numerator * (scale / Denominator);
                var whole = (scaled / scale).ToString(CultureInfo.InvariantCulture);
                return decimals == 0 ? whole : $"{whole},{(scaled % scale).ToString(CultureInfo.InvariantCulture).PadLeft((int)decimals, '0')}";
            }
        }

        return Fraction();
    }

    private string Fraction() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static bool TryInteger(string text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= Limit;

    private static bool TryMake(long numerator, long denominator, out Rational value)
    {
        var divisor = Gcd(numerator, denominator);
        var fits = numerator / divisor <= Limit && denominator / divisor <= Limit;
        value = fits ? new Rational(numerator / divisor, denominator / divisor) : default;
        return fits;
    }

    private static long Gcd(long a, long b) => b == 0 ? Math.Max(a, 1) : Gcd(b, a % b);

    private sealed class JsonForm : JsonConverter<Rational>
    {
        public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var value) ? value : throw new JsonException("A ratio is written as \"8/5\" or \"2\".");

        public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Denominator == 1 ? value.Numerator.ToString(CultureInfo.InvariantCulture) : value.Fraction());
    }
}
