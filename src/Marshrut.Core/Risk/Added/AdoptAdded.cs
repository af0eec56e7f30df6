using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Added;

/// <param name="Number">Null: a new one.</param>
/// <param name="Condition">The rule in words.</param>
/// <param name="Reason">Why it is adopted or changed.</param>
/// <param name="SeenVersion">Number of the supplement that the form was filled in for; 0: there was none.</param>
public sealed record AddedInput(
    int? Number, string? Title, string? ShortName, GroupRule Rule, string Condition, int Weight, bool Enabled, string? RemovedBy, string? Reason, int SeenVersion);

/// <summary>
/// The head of a ЦК or ЦЗН adopts an added characteristic for the own organisation, changes one, or counts it no more: a new version of the supplement from
/// today (R43). The methodologist of the region is told.
/// </summary>
public sealed class AdoptAdded(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <summary>The supplement as it would be, to be tried before it is adopted.</summary>
    /// <exception cref="RuleViolation"><c>added-wrong</c>: the characteristic cannot be used; the sentence says what to write.</exception>
    public static Supplement Change(Supplement known, AddedInput input)
    {
        var changed = known.With(new AddedCharacteristic(
            input.Number ?? known.NextNumber, Spaces.Collapse(input.Title ?? ""), Spaces.Collapse(input.ShortName ?? ""), input.Rule, input.Condition, input.Weight, input.Enabled,
            Spaces.Collapse(input.RemovedBy ?? "") is { Length: > 0 } words ? words : null));
        return changed.Validate() is [var problem, ..] ? throw new RuleViolation("added-wrong", problem) : changed;
    }

    /// <returns>Number of the new version of the supplement.</returns>
    /// <exception cref="RuleViolation"><c>added-wrong</c>, <c>no-reason</c>, <c>supplement-changed</c>, <c>added-unknown</c>, <c>nothing-changed</c>.</exception>
    public async Task<int> Adopt(AddedInput input, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var latest = await db.SupplementVersions.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        var known = latest is null ? Supplement.Empty : Supplement.FromJson(latest.Content);
        if ((latest?.Number ?? 0) != input.SeenVersion)
        {
            throw Changed();
        }

        if (input.Number is { } number && known.Added.All(one => one.Number != number))
        {
            throw new RuleViolation("added-unknown", "Такой характеристики нет. Откройте список заново.");
        }

        var changed = Change(known, input);
        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            throw new RuleViolation("no-reason", "Напишите, зачем вводится: это увидит методист региона и тот, кто спросит об уровне.");
        }

        var one = changed.Added.Single(row => row.Number == (input.Number ?? known.NextNumber));
        if (changed == known)
        {
            throw new RuleViolation("nothing-changed", "Ничего не изменено: вводить нечего.");
        }

        var version = new SupplementVersion
        {
            Id = db.Ids.Take(),
            OrganizationId = own,
            Number = input.SeenVersion + 1,
            EffectiveFrom = clock.Today(),
            Content = changed.ToJson(),
            Reason = input.Reason.Trim(),
            Actor = db.Scope.Actor,
            CreatedAt = clock.UtcNow(),
        };
        db.SupplementVersions.Add(version);
        db.MethodologyProposals.Add(new MethodologyProposal
        {
            Id = db.Ids.Take(),
            RegionCode = db.Scope.RegionCode!,
            FromId = own,
            Kind = ProposalKind.Added,
            State = ProposalState.Open,
            Adopted = $"{one.Title}. {one.Condition}. {(one.Enabled ? $"Вес {one.Weight}" : "Больше не учитывается")}",
            Reason = version.Reason,
            Actor = db.Scope.Actor,
            At = version.CreatedAt,
        });
        db.Audit(new AuditDraft(own, AuditActions.MethodologyChanged, "supplement", version.Id, Details: new { change = "added", version = version.Number, reason = version.Reason, content = version.Content }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException problem) when (UniqueRows.Broken(problem))
        {
            throw Changed();
        }

        return version.Number;
    }

    private static RuleViolation Changed() => new("supplement-changed", "Пока вы писали, характеристики организации изменили. Проверьте написанное и введите ещё раз.");
}
