using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>Puts what a centre has done into the facts of a study; the same way in the register of the centre and in that of the ЦК.</summary>
internal static class CentreFacts
{
    /// <summary>An attendance or a placement that the register knows itself stands unless the centre's record is newer.</summary>
    /// <param name="study">Its facts are sealed anew where something changes.</param>
    /// <returns>The entry before and after; null: nothing changes.</returns>
    public static (FactEntry Before, FactEntry After)? Put(Enrolment study, FactDone done, Sealer sealer)
    {
        var facts = sealer.OpenEnrolmentFacts(study.Facts, study.Id);
        var before = facts.Get(done.Fact, FactRank.SystemRecord);
        if (done.Value != FactValue.Unknown)
        {
            facts.Offer(done.Fact, FactEntry.DoneAtCentre(done.Fact, done.Value, done.On));
        }
        else if (before.Source == FactSource.CentreRecord && before.RecordedOn.Day == done.On)
        {
            facts.Clear(done.Fact, FactRank.SystemRecord);
        }

        var after = facts.Get(done.Fact, FactRank.SystemRecord);
        if (after == before)
        {
            return null;
        }

        study.Facts = sealer.Seal(facts, study.Id);
        study.Version++;
        study.LastImportId = null;
        return (before, after);
    }

    /// <summary>The ledger row that tells of it.</summary>
    public static Evidence Row(Enrolment study, FactDone done, (FactEntry Before, FactEntry After) change, long id, DateTime at, string actor, Sealer sealer)
    {
        var key = Characteristics.Of(done.Fact).Code;
        return new Evidence
        {
            Id = id,
            OrganizationId = study.OrganizationId,
            PersonId = study.PersonId,
            EnrolmentId = study.Id,
            Source = EvidenceSource.Plan,
            RecordedAt = at,
            Actor = actor,
            Sealed = new EvidencePayload(
                false,
                new Dictionary<string, string?> { [key] = FactText.Of(change.Before) },
                new Dictionary<string, string?> { [key] = FactText.Of(change.After) },
                done.Step).Seal(sealer, id),
        };
    }
}
