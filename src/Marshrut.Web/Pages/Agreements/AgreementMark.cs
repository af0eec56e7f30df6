using Marshrut.Core.Agreements;
using Marshrut.Rules.Language;
using Marshrut.Web.Ui;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>The state of an agreement as pages show it: colour, icon and words.</summary>
public sealed record AgreementMark(Tone Tone, string Icon, string Words)
{
    /// <summary>An end as near as this is said beforehand: time to agree on what comes after.</summary>
    private const int Soon = 30;

    public static AgreementMark Of(AgreementState state, int? daysLeft) => (state, daysLeft) switch
    {
        (AgreementState.InForce, 0) => new(Tone.Wait, "clock", "действует последний день"),
        (AgreementState.InForce, <= Soon) => new(Tone.Wait, "clock", $"действует ещё {Russian.Count(daysLeft.Value, "день", "дня", "дней")}"),
        (AgreementState.InForce, _) => new(Tone.Good, "check", AgreementWords.Of(state)),
        (AgreementState.NotYetInForce, _) => new(Tone.Info, "calendar", AgreementWords.Of(state)),
        (AgreementState.Ended, _) => new(Tone.Quiet, "ban", AgreementWords.Of(state)),
        _ => new(Tone.Quiet, "calendar-x", AgreementWords.Of(state)),
    };
}
