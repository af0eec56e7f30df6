using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Applications;

/// <param name="Id">The one that is changed; null: a new one.</param>
/// <param name="State">Of a trace it does not matter.</param>
/// <param name="StateOn">Null: not known.</param>
/// <param name="SeenVersion">Of the case that was looked at: a second press is told, and nothing is recorded twice.</param>
public sealed record ApplicationInput(
    long CaseId, long? Id, ServiceKind? Kind, DateOnly? FiledOn, string? Number, ServiceState? State, DateOnly? StateOn, int? SeenVersion = null);

/// <summary>Records by hand what a person has on ЕЦП, or a new state of it. A CV becomes a fact (З1.2).</summary>
public sealed class RecordApplication(
    MarshrutDb db, CaseBook book, Sealer sealer, TellFact facts, TimeProvider clock) : IUseCase
{
    private const int EarliestYears = 5;

    /// <returns>False: there is no such case, or no such record in it, in the centre in scope.</returns>
    /// <exception cref="RuleViolation">No kind, a day that cannot be, a number too long; the case has ended or was changed meanwhile.</exception>
    public async Task<bool> Record(ApplicationInput input, CancellationToken cancel)
    {
        var record = Read(input);
        var (entryId, id) = (db.Ids.Take(), db.Ids.Take());
        var factIds = new IdRange(db.Ids.Reserve(TellFact.IdsOfOne), TellFact.IdsOfOne);
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened)
        {
            return false;
        }

        opened.Case.GuardGoing();
        if (input.Id is { } known)
        {
            if (await db.ServiceApplications.SingleOrDefaultAsync(row => row.Id == known && row.CaseId == input.CaseId, cancel) is not { } found)
            {
                return false;
            }

            // By hand the day of a state may be taken away too: the form shows both.
            (found.State, found.StateOn) = (record.State ?? found.State, record.StateOn);
        }
        else
        {
            await GuardTwin(input.CaseId, record, cancel);
            db.ServiceApplications.Add(ServiceApplication.Of(record, opened.Case, id, fromFile: false, sealer));
        }

        opened.Case.Version++;
        var study = input.Id is null && record.Kind == ServiceKind.Cv
            ? await facts.Tell(opened, new FactDone(FactCode.JobSearchPreparation, FactValue.Yes, record.FiledOn, ServiceWords.Cv), factIds, cancel)
            : null;
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Application, Text: ServiceWords.Told(record)), entryId, AuditActions.ApplicationRecorded, activity: true);
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        await facts.Settle(study is { } changed ? [changed] : [], cancel);

        return true;
    }

    private ServiceRecord Read(ApplicationInput input)
    {
        if (input.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            throw new RuleViolation("kind-missing", "Выберите, что записать.");
        }

        var today = clock.Today();
        if (input.FiledOn is not { } filedOn || filedOn > today || filedOn < today.AddYears(-EarliestYears))
        {
            throw new RuleViolation("filed-unusable", "Укажите день: сегодня или раньше, например 01.12.2026.");
        }

        if (input.StateOn is { } stateOn && (stateOn > today || stateOn < filedOn))
        {
            throw new RuleViolation("state-day-unusable", "День состояния — не раньше подачи и не позже сегодняшнего.");
        }

        var number = Spaces.Collapse(input.Number ?? "");
        if (number.Length > ServiceApplication.LongestNumber)
        {
            throw new RuleViolation("number-long", $"Номер длиннее {ServiceApplication.LongestNumber} знаков. Проверьте его.");
        }

        var state = kind.IsTrace ? ServiceState.Done : input.State ?? ServiceState.Filed;
        return Enum.IsDefined(state)
            ? new ServiceRecord(kind, filedOn, number.Length == 0 || kind.IsTrace ? null : number, state, kind.IsTrace ? null : input.StateOn)
            : throw new RuleViolation("state-unknown", "Выберите состояние из списка.");
    }

    private async Task GuardTwin(long caseId, ServiceRecord record, CancellationToken cancel)
    {
        var same = await db.ServiceApplications.AsNoTracking().Where(row => row.CaseId == caseId && row.Kind == record.Kind).ToListAsync(cancel);
        if (same.Exists(row => record.Kind.IsTrace || (record.Number is not null && row.OpenNumber(sealer) == record.Number)))
        {
            throw new RuleViolation(
                "recorded-already",
                record.Kind.IsTrace ? $"Уже записано: {ServiceWords.Kind(record.Kind)}, {Russian.Date(same[0].FiledOn)}." : "Заявление с таким номером уже записано. Измените его состояние.");
        }
    }
}
