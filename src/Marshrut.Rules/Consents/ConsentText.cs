using System.Text;
using System.Text.RegularExpressions;

namespace Marshrut.Rules.Consents;

/// <summary>A place in a text that is filled in for each person.</summary>
/// <param name="Name">As it is written between braces.</param>
/// <param name="Words">What comes there.</param>
public sealed record ConsentPlace(string Name, string Words);

/// <summary>The text of a consent with places in braces, «{организация}». Each line is a paragraph.</summary>
public static partial class ConsentText
{
    public const int MaxLength = 8_000;
    public const int MinLength = 100;

    public const string Signer = "подписывает";
    public const string Operator = "организация";
    public const string Recipient = "получатель";
    public const string Term = "срок";

    public static IReadOnlyList<ConsentPlace> Places { get; } =
    [
        new(Signer, "кто подписывает: сам человек или, до 18 лет, его представитель, с датой рождения человека"),
        new(Operator, "ваша организация: юридическое лицо, ИНН и адрес"),
        new(Recipient, "служба занятости: юридическое лицо, ИНН, адрес и перечень её отделений"),
        new(Term, "сколько действует согласие"),
    ];

    /// <param name="text">The text with places.</param>
    /// <param name="isToRecipient">It names a receiver: a consent to a transfer.</param>
    /// <returns>Sentences on what stands against the text; empty: it can be used.</returns>
    public static IReadOnlyList<string> Problems(string text, bool isToRecipient)
    {
        var problems = new List<string>();
        if (text.Trim().Length < MinLength)
        {
            problems.Add("Текст слишком короткий. Скажите, кто, какие сведения, кому, зачем и на какой срок передаёт.");
        }
        else if (text.Length > MaxLength)
        {
            problems.Add($"Текст длиннее {Language.Russian.Number(MaxLength)} знаков: он не поместится на листе. Сократите его.");
        }

        var used = InBraces().Matches(text).Select(match => Key(match.Groups[1].Value)).ToHashSet();
        foreach (var unknown in used.Where(name => Places.All(place => place.Name != name)).Order(StringComparer.Ordinal))
        {
            problems.Add($"Места {{{unknown}}} нет. Есть {string.Join(", ", Places.Select(place => $"{{{place.Name}}}"))}.");
        }

        string[] needed = isToRecipient ? [Signer, Operator, Recipient, Term] : [Signer, Operator, Term];
        foreach (var missing in needed.Where(name => !used.Contains(name)))
        {
            problems.Add($"Нет места {{{missing}}}: там встанет {Places.First(place => place.Name == missing).Words}.");
        }

        if (InBraces().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            problems.Add("Скобка { открыта и не закрыта, или наоборот. Место пишут так: {организация}.");
        }

        return problems;
    }

    /// <summary>Paragraphs with every known place filled in; a place without a value becomes a line to write on.</summary>
    public static IReadOnlyList<string> Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = InBraces().Replace(
            text.Replace("\r\n", "\n", StringComparison.Ordinal),
            match => values.TryGetValue(Key(match.Groups[1].Value), out var value) && value.Length > 0 ? value : new StringBuilder().Append('_', 24).ToString());
        return [.. filled.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static string Key(string name) => name.Trim().ToLowerInvariant();

    [GeneratedRegex(@"\{([^{}\n]{1,40})\}")]
    private static partial Regex InBraces();
}
