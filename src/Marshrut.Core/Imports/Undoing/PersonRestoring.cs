using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Undoing;

/// <summary>Puts fields of a person back as the ledger says they were.</summary>
internal sealed class PersonRestoring(Sealer sealer, Fingerprint fingerprint)
{
    private const string HealthConsent = "consentHealth";
    private const string WorkLimits = "workLimits";

    private static readonly HashSet<string> PlainFields =
    [
        "lastName", "firstName", "middleName", "birthDate", "sex", "snils", "phone", "email", "district", "districtAfter", "consentTransfer", "consentRisk",
    ];

    public static bool IsOfPerson(string key) =>
        PlainFields.Contains(key) || key is HealthConsent or WorkLimits || Characteristics.Find(key) is { } fact && CodeOf(fact).IsOfPerson;

    /// <param name="person">Changed in place; the caller writes it.</param>
    /// <param name="before">Field key → what stood there (<see cref="EvidencePayload.Before"/>).</param>
    /// <param name="evidenceId">Id of the compensating ledger row: it will hold the work limits that are put back.</param>
    /// <returns>False: nothing of the person is among the fields.</returns>
    public bool Restore(Person person, IReadOnlyDictionary<string, string?> before, long evidenceId)
    {
        var values = PersonValues.Of(person);
        var facts = sealer.OpenPersonFacts(person.Facts, person.Id);
        var touched = false;
        foreach (var (key, text) in before.Where(field => IsOfPerson(field.Key)))
        {
            touched = true;
            switch (key)
            {
                case HealthConsent:
                    facts.HealthConsentOn = FactText.Day(text);
                    break;
                case WorkLimits:
                    facts.WorkLimitsEvidenceId = text is null ? 0 : evidenceId;
                    break;
                default:
                    if (Characteristics.Find(key) is { } characteristic)
                    {
                        Put(ref facts, CodeOf(characteristic), FactText.Parse(text));
                    }
                    else
                    {
                        values = values.With(key, text);
                    }

                    break;
            }
        }

        if (touched)
        {
            values.WriteTo(person);
            person.Fingerprint = fingerprint.Of(person.Snils, person.SortName, person.BirthDate);
            person.Facts = sealer.Seal(facts, person.Id);
            person.Version++;
            person.LastImportId = null;
        }

        return touched;
    }

    private static void Put(ref PersonFacts facts, FactCode code, FactEntry entry)
    {
        if (entry.IsEmpty)
        {
            facts.Clear(code, FactRank.Stated);
        }
        else
        {
            facts.Set(code, entry);
        }
    }

    internal static FactCode CodeOf(Characteristic characteristic) => (FactCode)characteristic.Number;
}
