using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Snapshots;

/// <summary>Makes of what the ЦК knows of people what the ЦЗН is handed.</summary>
public sealed class FreezeCandidate(MarshrutDb db) : IUseCase
{
    /// <returns>One for each, in the same order.</returns>
    public async Task<List<TransferSnapshot>> Freeze(List<Candidate> people, Agreement agreement, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var sender = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == own, cancel);
        var responsible = agreement.FromPerson;
        var callAt = new Contact(sender.Name, responsible.Name, responsible.Position, responsible.Phone, responsible.Email);
        var deciders = people.Select(person => person.Assessment?.DecidedBy).OfType<string>().Select(Actors.UserIn).OfType<long>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => deciders.Contains(user.Id)).ToDictionaryAsync(user => Actors.Of(user.Id), user => user.FullName, cancel);
        return people.ConvertAll(person => new TransferSnapshot(
            PersonValues.Of(person.Person),
            EnrolmentValues.Of(person.Enrolment),
            person.ProgrammeName,
            person.ContactsCheckedOn,
            Risk(person, names),
            person.WorkLimits,
            null,
            person.Consent!.SignedOn,
            callAt,
            FactsThatGo(person),
            EnrolmentFacts(person.EnrolmentFacts)));
    }

    private static HandedRisk Risk(Candidate person, Dictionary<string, string> names) => new(
        person.Assessment is { IsHigh: true },
        person.Assessment is { IsHigh: true } high ? high.Priority : null,
        person.Assessment?.LastAsOf ?? default,
        person.Assessment?.DecidedBy is { } actor ? names.GetValueOrDefault(actor, "") : "",
        person.Assessment?.DecidedAt is { } at ? DateOnly.FromDateTime(at) : null,
        [.. person.Handed.Select(line => new HandedCharacteristic(
            line.Characteristic.Code,
            line.Evidence,
            line.Characteristic.Sensitivity,
            line.Characteristic.Kind == CharacteristicKind.Added ? new AddedName(line.Characteristic.Title, line.Characteristic.ShortName) : null))]);

    /// <summary>Restricted facts never leave the ЦК (R38), health only with its consent; where the text of work limits lies is nothing to another register.</summary>
    private static byte[] FactsThatGo(Candidate person)
    {
        var facts = person.PersonFacts;
        facts.WorkLimitsEvidenceId = 0;
        foreach (var code in Enum.GetValues<FactCode>().Where(code => code.IsOfPerson && !Goes(code, person.HasHealthConsent)))
        {
            foreach (var rank in Enum.GetValues<FactRank>())
            {
                facts.Clear(code, rank);
            }
        }

        var block = new byte[PersonFacts.Size];
        facts.WriteTo(block);
        return block;
    }

    private static byte[] EnrolmentFacts(EnrolmentFacts facts)
    {
        var block = new byte[Rules.Risk.EnrolmentFacts.Size];
        facts.WriteTo(block);
        return block;
    }

    private static bool Goes(FactCode code, bool healthConsent) => Characteristics.Federal.First(one => one.Number == (int)code).Sensitivity switch
    {
        Sensitivity.Ordinary => true,
        Sensitivity.Special => healthConsent,
        _ => false,
    };
}
