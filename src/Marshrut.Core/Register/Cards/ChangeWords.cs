using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Cards;

/// <summary>«Телефон: пусто → +7 900 …»: one change of a card as journal, history and conflicts tell it.</summary>
internal static class ChangeWords
{
    private const string Hidden = "Сведение, которое не показывается сразу";

    public static string Of(AuditChange change) =>
        change is { Before: null, After: null } ? change.Field : $"{change.Field}: {change.Before ?? "пусто"} → {change.After ?? "пусто"}";

    /// <summary>The change as it may be told; of special and restricted facts neither value nor kind (R27).</summary>
    /// <param name="change">Texts as the ledger keeps them.</param>
    /// <param name="isOpen">The reader asked for what is not shown at once, may see it, and the look is in the journal.</param>
    public static AuditChange Told(FieldChange change, bool isOpen = false)
    {
        if (change.IsSensitive && change.Key != "consentHealth" && !isOpen)
        {
            return new AuditChange(Hidden, null, null);
        }

        return Characteristics.Find(change.Key) is null
            ? new AuditChange(HistoryWords.Title(change.Key), CardWords.Value(change.Key, change.Before), CardWords.Value(change.Key, change.After))
            : new AuditChange(HistoryWords.Title(change.Key), FactText.ValueOf(change.Before) ?? "неизвестно", FactText.ValueOf(change.After) ?? "неизвестно");
    }
}
