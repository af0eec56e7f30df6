namespace Marshrut.Core.Platform.Text;

/// <summary>
/// The leading apostrophe that keeps Excel from taking a csv cell for a formula (R15), put on when writing and taken off when
/// reading.
/// </summary>
public static class CsvSafe
{
    /// <summary>
    /// Puts an apostrophe before <c>= + - @</c>, tab and CR. A cell that already has one before such a character gets another, so
    /// that <see cref="Unprotect"/> gives back exactly what was written.
    /// </summary>
    public static string Protect(string cell) => IsDangerous(cell) ? "'" + cell : cell;

    /// <summary>Takes off the apostrophe that <see cref="Protect"/> put on; any other cell comes back unchanged.</summary>
    public static string Unprotect(string cell) => cell.Length > 1 && cell[0] == '\'' && IsDangerous(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsDangerous(ReadOnlySpan<char> cell)
    {
        var bare = cell.TrimStart('\'');
        return bare.Length > 0 && bare[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
    }
}
