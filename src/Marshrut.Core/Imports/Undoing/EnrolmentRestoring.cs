using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Undoing;

/// <summary>Puts fields of an enrolment back as the ledger says they were.</summary>
internal static class EnrolmentRestoring
{
    /// <inheritdoc cref="PersonRestoring.Restore"/>
    public static void Restore(Enrolment enrolment, IReadOnlyDictionary<string, string?> before, Sealer sealer)
    {
        var values = EnrolmentValues.Of(enrolment);
        var facts = sealer.OpenEnrolmentFacts(enrolment.Facts, enrolment.Id);
        foreach (var (key, text) in before.Where(field => !PersonRestoring.IsOfPerson(field.Key)))
        {
            if (Characteristics.Find(key) is { } characteristic)
            {
                Put(ref facts, PersonRestoring.CodeOf(characteristic), FactText.Parse(text));
            }
            else
            {
                values = values.With(key, text);
            }
        }

        values.WriteTo(enrolment);
        enrolment.Facts = sealer.Seal(facts, enrolment.Id);
        enrolment.Version++;
        enrolment.LastImportId = null;
    }

    private static void Put(ref EnrolmentFacts facts, FactCode code, FactEntry entry)
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
}
