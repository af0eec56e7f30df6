using Marshrut.Core.People;
using Marshrut.Rules.Consents;

namespace Marshrut.Core.Register.Consents;

/// <summary>How a consent of one purpose stands with one person.</summary>
/// <param name="SignedOn">Null: there is none in force.</param>
/// <param name="WithdrawnOn">The last one was taken back, or its term ran out, on this day.</param>
/// <param name="EndsOn">The last day; null: until it is withdrawn.</param>
/// <param name="RecipientId">The employment centre that it names.</param>
/// <param name="IsImported">Came with a file, where nobody is named.</param>
/// <param name="ByRepresentative">A representative signed, for the person was under 18.</param>
public readonly record struct ConsentStanding(DateOnly? SignedOn, DateOnly? WithdrawnOn, DateOnly? EndsOn, long? RecipientId, bool IsImported, bool ByRepresentative, long? FileId);

/// <summary>One person of the register of consents.</summary>
/// <param name="EnrolmentId">The study that the card shows: the one that ends last.</param>
public sealed record ConsentLine(
    long PersonId,
    long EnrolmentId,
    string LastName,
    string FirstName,
    string? MiddleName,
    string SortName,
    DateOnly BirthDate,
    string ProgrammeCode,
    int? Course,
    string? Group,
    int GraduationYear,
    EnrolmentStatus Status,
    ConsentStanding Transfer,
    ConsentStanding Health,
    ConsentStanding Risk)
{
    public ConsentStanding this[ConsentPurpose purpose] => purpose switch { ConsentPurpose.Transfer => Transfer, ConsentPurpose.Health => Health, _ => Risk };

    public bool Is(ConsentState state, ConsentPurpose purpose, ConsentSituation now)
    {
        var standing = this[purpose];
        return state switch
        {
            ConsentState.Given => standing.SignedOn is not null,
            ConsentState.Missing => standing.SignedOn is null,
            ConsentState.Expiring => standing is { SignedOn: not null, EndsOn: { } end } && end <= now.Today.AddDays(ConsentSituation.SoonDays),
            ConsentState.Outgrown => standing.SignedOn is { } signed && ConsentAge.IsOutgrown(BirthDate, signed, now.Today),
            ConsentState.NamesNobody => purpose == ConsentPurpose.Transfer && standing is { SignedOn: not null, RecipientId: null } && !(standing.IsImported && now.HasOneRecipient),
            _ => standing is { SignedOn: null, WithdrawnOn: not null },
        };
    }
}

/// <summary>What decides about states besides the person.</summary>
/// <param name="HasOneRecipient">There is exactly one live agreement: an imported consent that names nobody counts for it (R46).</param>
public readonly record struct ConsentSituation(DateOnly Today, bool HasOneRecipient)
{
    /// <summary>A consent that ends within so many days is shown as expiring.</summary>
    public const int SoonDays = 60;
}

/// <summary>The registers of consents (a person can stand in several).</summary>
public enum ConsentState
{
    Given,
    Missing,
    Expiring,

    /// <summary>A representative signed, and the person is 18 by now: to be signed anew.</summary>
    Outgrown,

    /// <summary>«Получатель не указан»: allows no transfer.</summary>
    NamesNobody,

    Withdrawn,
}
