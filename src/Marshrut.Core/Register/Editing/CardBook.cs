using Marshrut.Core.Imports.Planning;
using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Register.Cards;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marshrut.Core.Register.Editing;

/// <summary>One act on a card, as ledger and journal tell it.</summary>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="EnrolmentId">Null: only the person is meant.</param>
/// <param name="Created">The person or the enrolment was made by it.</param>
/// <param name="Withdraws">The ledger row that it takes back.</param>
/// <param name="Details">For the journal besides; null: nothing.</param>
/// <param name="Source">By hand, or an answer that somebody wrote down.</param>
internal sealed record CardAct(
    string Action,
    long PersonId,
    long? EnrolmentId,
    IReadOnlyList<FieldChange> Changes,
    string? Reason,
    string? Document = null,
    bool Created = false,
    long? Withdraws = null,
    EvidenceSource Source = EvidenceSource.Manual,
    object? Details = null);

/// <summary>What every change by hand on a card shares: the lock, the ledger row, the journal line, the marks that later acts rest on.</summary>
public sealed class CardBook(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <summary>Changes of one register go one after the other, those of a file too. Take ids before: SQLite has one writer.</summary>
    internal async Task<IDbContextTransaction> Begin(CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        return transaction;
    }

    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    internal async Task<OpenedCard?> Open(long enrolmentId, CancellationToken cancel)
    {
        if (await db.Enrolments.AsNoTracking().Where(row => row.Id == enrolmentId).Select(row => (long?)row.PersonId).FirstOrDefaultAsync(cancel) is not { } personId)
        {
            return null;
        }

        var person = await db.People.SingleAsync(row => row.Id == personId, cancel);
        var studies = await db.Enrolments.Where(row => row.PersonId == personId).OrderBy(row => row.Id).ToListAsync(cancel);
        var assessments = await db.Assessments.Where(row => row.PersonId == personId && row.IsCurrent).ToListAsync(cancel);
        return new OpenedCard(person, studies.Single(row => row.Id == enrolmentId), studies, assessments);
    }

    /// <summary>Null: nobody changed what the form is about since it was read.</summary>
    internal async Task<OtherChange?> Changed(OpenedCard card, SeenCard seen, bool person, bool study, CancellationToken cancel)
    {
        if ((!person || card.Person.Version == seen.PersonVersion) && (!study || card.Study.Version == seen.EnrolmentVersion))
        {
            return null;
        }

        var since = await db.Evidence.AsNoTracking()
            .Where(row => row.PersonId == card.Person.Id && row.RecordedAt >= seen.At && (row.EnrolmentId == null || row.EnrolmentId == card.Study.Id))
            .OrderBy(row => row.RecordedAt).ThenBy(row => row.Id)
            .ToListAsync(cancel);
        var now = new SeenCard(card.Person.Version, card.Study.Version, clock.UtcNow());
        if (since is not [.., var last])
        {
            return new OtherChange("", clock.UtcNow(), [], now);
        }

        var by = Accounts.Actors.UserIn(last.Actor) is { } user
            ? await db.Users.AsNoTracking().Where(row => row.Id == user).Select(row => row.FullName).FirstOrDefaultAsync(cancel) ?? ""
            : "";
        var what = new Dictionary<string, string>();
        foreach (var row in since)
        {
            var payload = EvidencePayload.Open(sealer, row);
            foreach (var (key, after) in payload.After)
            {
                var change = ChangeWords.Told(new FieldChange(key, payload.Before?.GetValueOrDefault(key), after, IsHidden(key)));
                what[change.Field] = ChangeWords.Of(change);
            }
        }

        return new OtherChange(by, last.RecordedAt, [.. what.Values], now);
    }

    /// <summary>Marks the rows as changed by hand, so that the import under them stays (R45), and sets what lists order by.</summary>
    internal void Touch(OpenedCard card, bool person, bool study)
    {
        if (person)
        {
            card.Person.Version++;
            card.Person.LastImportId = null;
        }

        if (study)
        {
            card.Study.Version++;
            card.Study.LastImportId = null;
        }

        foreach (var row in card.Studies)
        {
            row.SortName = card.Person.SortName;
        }

        foreach (var assessment in card.Assessments)
        {
            var row = card.Studies.First(study => study.Id == assessment.EnrolmentId);
            assessment.SortName = row.SortName;
            assessment.ExternalId = row.ExternalId;
            assessment.OrderYear = assessment.IsHigh ? row.GraduationYear : 0;
        }
    }

    /// <summary>Says the act to ledger and journal and saves everything; the caller commits.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="evidenceId">Taken before the transaction.</param>
    /// <param name="cancel">Leaves nothing.</param>
    internal async Task Write(CardAct act, long evidenceId, CancellationToken cancel)
    {
        Tell(act, evidenceId, clock.UtcNow());
        await Save(cancel);
    }

    /// <summary>Raises the version of the register, which its caches are known by, and saves what was told.</summary>
    internal async Task Save(CancellationToken cancel)
    {
        var organization = await db.Organizations.SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        organization.RegisterVersion++;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Puts the act down in ledger and journal: one of many, saved together.</summary>
    internal void Tell(CardAct act, long evidenceId, DateTime at)
    {
        var payload = new EvidencePayload(
            act.Created,
            act.Created ? null : act.Changes.ToDictionary(change => change.Key, change => change.Before),
            act.Changes.ToDictionary(change => change.Key, change => change.After),
            act.Reason,
            act.Document)
        { Withdraws = act.Withdraws };
        db.Evidence.Add(new Evidence
        {
            Id = evidenceId,
            OrganizationId = db.Scope.OrganizationId,
            PersonId = act.PersonId,
            EnrolmentId = act.EnrolmentId,
            Source = act.Source,
            RecordedAt = at,
            Actor = db.Scope.Actor,
            Sealed = payload.Seal(sealer, evidenceId),
        });
        db.Audit(new AuditDraft(
            db.Scope.OrganizationId,
            act.Action,
            act.EnrolmentId is null ? "person" : "enrolment",
            act.EnrolmentId ?? act.PersonId,
            act.PersonId,
            act.Details,
            Values: new AuditValues(act.Reason, act.Created ? [] : [.. act.Changes.Select(change => ChangeWords.Told(change)).Distinct()])));
    }

    internal static bool IsHidden(string key) => HistoryWords.SensitivityOf(key) != Sensitivity.Ordinary;
}
