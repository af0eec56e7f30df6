namespace Marshrut.Rules.Risk;

/// <summary>One characteristic explained to one reader.</summary>
/// <param name="Characteristic">The characteristic; its short name and neutral title are the page's to choose.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Sentence">What that rests on, a sentence of the version the assessment was stored with.</param>
/// <param name="Source">«Импорт», «Анкета» …; empty when nothing is known.</param>
/// <param name="Date">When it was recorded.</param>
/// <param name="Weight">Its share of the priority when present.</param>
public sealed record ExplanationLine(
    Characteristic Characteristic, CharacteristicState State, string Sentence, string Source, DateOnly? Date, int Weight)
{
    /// <summary>The one line of an export: sentence, source and date, «Место работы не определено. Анкета, 05.11.2026».</summary>
    public string Evidence => Source.Length == 0 ? Sentence
        : Date is { } day ? $"{Sentence} {Source}, {Language.Russian.Date(day)}"
        : $"{Sentence} {Source}";
}
