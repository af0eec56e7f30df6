using Marshrut.Core.Platform.Audit;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Agreements;

/// <summary>Agreements in Russian words, the same on pages and in the history.</summary>
public static class AgreementWords
{
    private const string NoEnd = "без срока окончания";

    public static string Of(AgreementState state) => state switch
    {
        AgreementState.NotYetInForce => "ещё не действует",
        AgreementState.InForce => "действует",
        AgreementState.Expired => "срок истёк",
        AgreementState.Ended => "прекращено",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>«5 рабочих дней».</summary>
    public static string WorkingDays(int days) => Russian.Count(days, "рабочий день", "рабочих дня", "рабочих дней");

    /// <summary>«01.09.2026 – 31.08.2027», «с 01.09.2026, бессрочно».</summary>
    public static string Term(DateOnly from, DateOnly? lastDay) => lastDay is { } last ? $"{Russian.Date(from)} – {Russian.Date(last)}" : $"с {Russian.Date(from)}, бессрочно";

    /// <summary>What differs, field by field. Of the responsible people only that they do: names do not belong into the journal.</summary>
    internal static IReadOnlyList<AuditChange> Differences(AgreementTerms before, AgreementTerms after)
    {
        IEnumerable<AuditChange> all =
        [
            new("номер", before.Number, after.Number),
            new("подписано", Russian.Date(before.SignedOn), Russian.Date(after.SignedOn)),
            new("действует с", Russian.Date(before.ValidFrom), Russian.Date(after.ValidFrom)),
            new("действует по", End(before.ValidTo), End(after.ValidTo)),
            new("срок приёма", WorkingDays(before.AcceptanceDays), WorkingDays(after.AcceptanceDays)),
        ];
        var changes = all.Where(change => change.Before != change.After).ToList();
        if (before.FromPerson != after.FromPerson)
        {
            changes.Add(new AuditChange("ответственный от колледжа или вуза", null, null));
        }

        if (before.ToPerson != after.ToPerson)
        {
            changes.Add(new AuditChange("ответственный от центра занятости", null, null));
        }

        return changes;
    }

    internal static string Change(AuditChange change) => change is { Before: null, After: null } ? change.Field : $"{change.Field}: {change.Before} → {change.After}";

    internal static string Sentence(string action, DateOnly? endedOn, string? reason, IReadOnlyList<AuditChange> changes)
    {
        var what = action switch
        {
            AuditActions.AgreementAdded => "Соглашение внесено.",
            AuditActions.AgreementEnded when endedOn is { } day => $"Прекращено с {Russian.Date(day)}.",
            _ => $"Изменено: {string.Join("; ", changes.Select(Change))}.",
        };
        return reason is null ? what : $"{what} Причина: {reason.TrimEnd('.')}.";
    }

    private static string End(DateOnly? day) => day is { } last ? Russian.Date(last) : NoEnd;
}
