using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Editing;

/// <summary>The stated entry of a fact, on the person or on the study (R42): where a file and a specialist write.</summary>
internal static class StatedFact
{
    public static FactEntry Get(OpenedCard card, FactCode code, Sealer sealer, FactRank rank = FactRank.Stated) => code.IsOfPerson
        ? sealer.OpenPersonFacts(card.Person.Facts, card.Person.Id).Get(code, rank)
        : sealer.OpenEnrolmentFacts(card.Study.Facts, card.Study.Id).Get(code, rank);

    /// <param name="entry">Goes to the rank of its source; empty: nothing is stated any more.</param>
    public static void Put(OpenedCard card, FactCode code, FactEntry entry, Sealer sealer)
    {
        if (code.IsOfPerson)
        {
            var facts = sealer.OpenPersonFacts(card.Person.Facts, card.Person.Id);
            if (entry.IsEmpty)
            {
                facts.Clear(code, FactRank.Stated);
            }
            else
            {
                facts.Set(code, entry);
            }

            card.Person.Facts = sealer.Seal(facts, card.Person.Id);
        }
        else
        {
            var facts = sealer.OpenEnrolmentFacts(card.Study.Facts, card.Study.Id);
            if (entry.IsEmpty)
            {
                facts.Clear(code, FactRank.Stated);
            }
            else
            {
                facts.Set(code, entry);
            }

            card.Study.Facts = sealer.Seal(facts, card.Study.Id);
        }
    }

    public static FieldChange Change(FactCode code, FactEntry before, FactEntry after)
    {
        var characteristic = Characteristics.Of(code);
        return new FieldChange(characteristic.Code, FactText.Of(before), FactText.Of(after), characteristic.Sensitivity != Sensitivity.Ordinary);
    }
}
