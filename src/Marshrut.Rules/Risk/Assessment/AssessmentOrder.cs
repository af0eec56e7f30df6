namespace Marshrut.Rules.Risk;

/// <summary>What the order of assessments looks at.</summary>
/// <param name="Level">Level shown.</param>
/// <param name="Priority">Null at NotHigh.</param>
/// <param name="GraduationYear">Год выпуска.</param>
/// <param name="NormalizedName">Surname, name and patronymic in upper case, Ё→Е.</param>
/// <param name="ExternalId">Идентификатор; null and empty are the same.</param>
/// <param name="Id">The internal id: decides last, so that the order is total.</param>
public readonly record struct AssessmentOrderKey(
    RiskLevel Level, int? Priority, int GraduationYear, string NormalizedName, string? ExternalId, long Id);

/// <summary>
/// The order of exports and lists (R22): High by priority downward, graduation year, name, Идентификатор; then NotHigh by name,
/// Идентификатор. Text is compared by code points, as <c>COLLATE "C"</c> and SQLite's BINARY do.
/// </summary>
public sealed class AssessmentOrder : IComparer<AssessmentOrderKey>
{
    public static AssessmentOrder Instance { get; } = new();

    public int Compare(AssessmentOrderKey x, AssessmentOrderKey y)
    {
        var order = y.Level.CompareTo(x.Level);
        if (order == 0 && x.Level == RiskLevel.High)
        {
            order = (y.Priority ?? int.MinValue).CompareTo(x.Priority ?? int.MinValue);
            order = order != 0 ? order : x.GraduationYear.CompareTo(y.GraduationYear);
        }

        order = order != 0 ? order : ByCodePoints(x.NormalizedName, y.NormalizedName);
        order = order != 0 ? order : ByCodePoints(x.ExternalId ?? "", y.ExternalId ?? "");
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    }

    /// <summary>
    /// UTF-8 bytes sort by code point. UTF-16 units do, too, but for surrogates, which stand below U+E000–U+FFFF and mean more.
    /// </summary>
    private static int ByCodePoints(string x, string y)
    {
        var same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length ? x.Length.CompareTo(y.Length) : Rank(x[same]).CompareTo(Rank(y[same]));
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
