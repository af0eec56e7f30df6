using System.Text.Json;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Plans;

/// <summary>A day and hour on which the person comes to the employment centre (дата явки). Local time of the centre.</summary>
public sealed class Visit : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long CaseId { get; init; }

    /// <summary>User whom the person comes to.</summary>
    public required long CuratorId { get; init; }

    public required DateOnly On { get; set; }

    public required TimeOnly From { get; set; }

    public required int Minutes { get; set; }

    public VisitState State { get; private set; } = VisitState.Planned;

    /// <summary>Sealed <see cref="VisitWords"/>.</summary>
    public required byte[] Words { get; set; }

    /// <exception cref="RuleViolation"><c>visit-ended</c>.</exception>
    public void End(VisitState state)
    {
        if (State != VisitState.Planned)
        {
            throw new RuleViolation("visit-ended", "Эту явку уже отметили. Обновите страницу.");
        }

        State = state;
    }
}

/// <param name="Purpose">«документы», «подписать план»; null: not written.</param>
/// <param name="Note">What came of it; null: not written.</param>
public sealed record VisitWords(string? Place, string? Purpose, string? Note = null)
{
    public byte[] Seal(Sealer sealer, long visitId) => sealer.Seal(PaddedText.Pad(JsonSerializer.SerializeToUtf8Bytes(this)), SealPurpose.VisitWords, visitId);

    public static VisitWords Open(Sealer sealer, Visit row) =>
        JsonSerializer.Deserialize<VisitWords>(PaddedText.Unpad(sealer.Open(row.Words, SealPurpose.VisitWords, row.Id)))!;
}
