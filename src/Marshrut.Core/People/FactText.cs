using System.Globalization;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.People;

/// <summary>
/// A fact entry as the ledger keeps it: value in words, then source and dates, so that undo restores the entry exactly:
/// «да | Import | 23.11.2026 | | 23.11.2027».
/// </summary>
public static class FactText
{
    public static string? Of(CompactDate date) => date.Day is { } day ? Russian.Date(day) : null;

    /// <summary>Null for no entry.</summary>
    public static string? Of(FactEntry entry) => entry.IsEmpty
        ? null
        : string.Join(" | ", Value(entry.Value), entry.Source, Of(entry.RecordedOn), Of(entry.ValidFrom), Of(entry.ValidTo));

    /// <summary>The value in words: «да», «не работает».</summary>
    public static string Value(FactValue value) => FactAnswers.Title(value);

    /// <summary>The words of a stored text alone: «да» of «да | Import | …».</summary>
    public static string? ValueOf(string? text) => text?.Split(" | ")[0];

    /// <summary>Reads <see cref="Of(FactEntry)"/> back.</summary>
    public static FactEntry Parse(string? text)
    {
        if (text is null)
        {
            return default;
        }

        var parts = text.Split(" | ");
        return new FactEntry(
            FactAnswers.Find(parts[0])!.Value,
            Enum.Parse<FactSource>(parts[1]),
            Day(parts[2])!.Value,
            Day(parts[3]),
            Day(parts[4]));
    }

    public static DateOnly? Day(string? text) =>
        string.IsNullOrEmpty(text) ? null : DateOnly.ParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture);
}
