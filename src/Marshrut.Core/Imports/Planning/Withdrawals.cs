using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.Planning;

/// <summary>
/// Consents that people of a batch took back. A document signed on the day of the withdrawal or before it is the one that was taken back: a file that
/// still carries its date brings nothing to life (DOMAIN §13).
/// </summary>
internal sealed class Withdrawals
{
    private static readonly Withdrawals None = new([]);

    private readonly Dictionary<(long PersonId, ConsentPurpose Purpose), DateOnly> days;

    private Withdrawals(Dictionary<(long PersonId, ConsentPurpose Purpose), DateOnly> days) => this.days = days;

    /// <summary>One query; none where nobody is asked for.</summary>
    public static async Task<Withdrawals> Load(MarshrutDb db, Sealer sealer, IReadOnlyCollection<long> people, CancellationToken cancel)
    {
        if (people.Count == 0)
        {
            return None;
        }

        var days = new Dictionary<(long PersonId, ConsentPurpose Purpose), DateOnly>();
        foreach (var record in await db.Consents.AsNoTracking().Where(row => people.Contains(row.PersonId)).ToListAsync(cancel))
        {
            var consent = Consent.Open(sealer, record);
            var key = (record.PersonId, consent.Purpose);
            if (consent.WithdrawnOn is { } day && (!days.TryGetValue(key, out var known) || known < day))
            {
                days[key] = day;
            }
        }

        return new Withdrawals(days);
    }

    /// <summary>Does the row bring a date that the person does not have yet? Where not, it signs nothing and nobody need be asked for.</summary>
    public static bool MayMatter(RegisterRow row, Person stored, Sealer sealer) =>
        (row.ConsentTransfer.IsGiven && row.ConsentTransfer.Value != stored.TransferConsentOn)
        || (row.ConsentRisk.IsGiven && row.ConsentRisk.Value != stored.RiskConsentOn)
        || (row.ConsentHealth.IsGiven && row.ConsentHealth.Value != sealer.OpenPersonFacts(stored.Facts, stored.Id).HealthConsentOn.Day);

    /// <summary>
    /// The row with blank cells instead of dates of documents that were taken back, and without the health data that such a cell was to allow (R2).
    /// </summary>
    /// <returns>The same row where nothing of it was taken back, and then no day.</returns>
    public (RegisterRow Row, DateOnly? WithdrawnOn) Over(RegisterRow row, PersonDraft person)
    {
        if (days.Count == 0)
        {
            return (row, null);
        }

        DateOnly? latest = null;
        if (IsTakenBack(ConsentPurpose.Transfer, row.ConsentTransfer, person.Values.TransferConsentOn))
        {
            row = row with { ConsentTransfer = FieldValue<DateOnly>.Blank };
        }

        if (IsTakenBack(ConsentPurpose.Risk, row.ConsentRisk, person.Values.RiskConsentOn))
        {
            row = row with { ConsentRisk = FieldValue<DateOnly>.Blank };
        }

        if (IsTakenBack(ConsentPurpose.Health, row.ConsentHealth, person.Facts.HealthConsentOn.Day))
        {
            row = row with
            {
                ConsentHealth = FieldValue<DateOnly>.Blank,
                WorkLimits = row.WorkLimits.IsGiven ? FieldValue<string>.Blank : row.WorkLimits,
                Facts = [.. row.Facts.Where(fact => fact.Code != FactCode.Disability || fact.Value == FactValue.Unknown)],
            };
        }

        return (row, latest);

        bool IsTakenBack(ConsentPurpose purpose, FieldValue<DateOnly> signed, DateOnly? live)
        {
            if (!signed.IsGiven || signed.Value == live || !days.TryGetValue((person.Id, purpose), out var withdrawn) || signed.Value > withdrawn)
            {
                return false;
            }

            latest = latest > withdrawn ? latest : withdrawn;
            return true;
        }
    }
}
