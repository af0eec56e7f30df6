using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Register.Editing;

/// <summary>Stored texts of a card as a person reads them.</summary>
internal static class CardWords
{
    public static string? Value(string key, string? text) => (key, text) switch
    {
        (_, null) => null,
        ("snils", _) => Snils.Format(text),
        ("sex", "м") => "мужской",
        ("sex", "ж") => "женский",
        _ => text,
    };
}
