namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>What Excel calls a column.</summary>
public static class ColumnLetters
{
    /// <summary>«A», «Z», «AA» for 0, 25, 26.</summary>
    public static string Of(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
