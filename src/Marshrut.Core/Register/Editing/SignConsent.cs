using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.People.Files;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Register.Consents;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Register.Editing;

/// <param name="SignedOn">Day of the signed document.</param>
/// <param name="RecipientId">The employment centre that a consent to a transfer names; null: the only one there is, or none.</param>
/// <param name="Representative">Who signed for somebody under 18.</param>
public sealed record SignedConsent(long EnrolmentId, ConsentPurpose Purpose, DateOnly? SignedOn, long? RecipientId = null, string? Representative = null, AcceptedFile? Scan = null);

/// <summary>Records a consent that was signed on paper, from the card.</summary>
public sealed class SignConsent(SignConsents consents) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Sign(SignedConsent input, CancellationToken cancel)
    {
        var answer = await consents.Sign(
            new SignedConsents(input.Purpose, input.SignedOn, [new Signature(input.EnrolmentId, input.Representative)], input.RecipientId, Scan: input.Scan), cancel);
        return answer.Problem is { } problem ? CardAnswer.Refused(problem.Field, problem.Sentence)
            : answer.Refused.TryGetValue(input.EnrolmentId, out var refused) ? CardAnswer.Refused(refused.Field, refused.Sentence)
            : answer.Written.Count == 0 ? null
            : CardAnswer.Written(input.EnrolmentId);
    }
}

/// <summary>Where the day of a live consent stands: two in columns, that on health in the sealed facts (R27).</summary>
internal static class ConsentDay
{
    /// <summary>Field of the history: the service that a consent to a transfer names.</summary>
    public const string Recipient = "consentRecipient";

    /// <summary>Field of the history: who signed for somebody under 18.</summary>
    public const string Representative = "consentRepresentative";

    public static DateOnly? Get(Person person, ConsentPurpose purpose, Sealer sealer) => purpose switch
    {
        ConsentPurpose.Transfer => person.TransferConsentOn,
        ConsentPurpose.Risk => person.RiskConsentOn,
        _ => sealer.OpenPersonFacts(person.Facts, person.Id).HealthConsentOn.Day,
    };

    public static void Put(Person person, ConsentPurpose purpose, DateOnly? day, Sealer sealer)
    {
        switch (purpose)
        {
            case ConsentPurpose.Transfer:
                person.TransferConsentOn = day;
                break;
            case ConsentPurpose.Risk:
                person.RiskConsentOn = day;
                break;
            default:
                var facts = sealer.OpenPersonFacts(person.Facts, person.Id);
                facts.HealthConsentOn = day;
                person.Facts = sealer.Seal(facts, person.Id);
                break;
        }
    }

    public static FieldChange Change(ConsentPurpose purpose, DateOnly? before, DateOnly? after) => new(
        purpose switch { ConsentPurpose.Transfer => "consentTransfer", ConsentPurpose.Risk => "consentRisk", _ => "consentHealth" },
        before is { } was ? Russian.Date(was) : null,
        after is { } now ? Russian.Date(now) : null);
}
