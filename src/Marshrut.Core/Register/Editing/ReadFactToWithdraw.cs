using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Register.Cards;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <summary>Shows a fact before it is taken back; a look at a special or restricted one is told to the journal.</summary>
public sealed class ReadFactToWithdraw(MarshrutDb db, Sealer sealer, CoreSettings settings, ReadCardForm forms, RecordSpecialRead record) : IUseCase
{
    /// <returns>Null: no such enrolment, no such fact, or one that this user may not see.</returns>
    public async Task<FactToWithdraw?> Read(long enrolmentId, FactCode code, CancellationToken cancel)
    {
        if (await forms.Read(enrolmentId, cancel) is not { } form || !await WithdrawFact.MayHold(db, settings, code, cancel))
        {
            return null;
        }

        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == form.PersonId, cancel);
        var study = await db.Enrolments.AsNoTracking().SingleAsync(row => row.Id == enrolmentId, cancel);
        var stated = StatedFact.Get(new OpenedCard(person, study, [], []), code, sealer);
        if (stated.IsEmpty)
        {
            return null;
        }

        if (Characteristics.Of(code).Sensitivity != Sensitivity.Ordinary)
        {
            await record.Record(form.PersonId, cancel);
        }

        var (_, returns) = await WithdrawFact.Earlier(db, sealer, form.PersonId, enrolmentId, code, cancel);
        return new FactToWithdraw(
            code, HistoryWords.Title(Characteristics.Of(code).Code), FactText.Value(stated.Value), returns.IsEmpty ? null : FactText.Value(returns.Value), form);
    }
}
