using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Register.Marking;

/// <summary>One line of a pasted list: «Иванова Анна Петровна; ИС-41». The group may stand behind a semicolon, a tab or a comma, or be left out.</summary>
/// <param name="Number">Of the line, from 1.</param>
/// <param name="Typed">As it was pasted, without outer spaces.</param>
/// <param name="Name">Normalised (<see cref="NameText"/>): surname, first name, perhaps a patronymic.</param>
/// <param name="Group">Normalised; empty: not given.</param>
public sealed record NamedLine(int Number, string Typed, string Name, string Group);

/// <summary>A list as people keep it: from a table, a chat, a sheet of signatures.</summary>
public static class NamedLines
{
    /// <summary>More are a file.</summary>
    public const int Most = 1_000;

    private static readonly char[] breaks = [';', '\t', ','];

    /// <summary>«12. », «12) »: numbers in front of names.</summary>
    private static readonly char[] numbering = ['.', ')'];

    public static IReadOnlyList<NamedLine> Read(string? text)
    {
        var found = new List<NamedLine>();
        foreach (var (line, number) in (text ?? "").Split('\n').Select((line, place) => (Spaces.Collapse(line.Replace('\t', ';')), place + 1)))
        {
            if (line.Length == 0)
            {
                continue;
            }

            var bare = WithoutNumber(line);
            var at = bare.IndexOfAny(breaks);
            var name = NameText.Normalize(at < 0 ? bare : bare[..at]);
            if (name.Length > 0)
            {
                found.Add(new NamedLine(number, line, name, at < 0 ? "" : NameText.Normalize(bare[(at + 1)..].Trim(breaks).Trim())));
            }
        }

        return found;
    }

    private static string WithoutNumber(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        var rest = line[digits..].TrimStart();
        return digits == 0 ? line : rest.TrimStart(numbering).TrimStart(breaks).TrimStart();
    }
}
