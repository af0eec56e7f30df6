using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Statistics;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk;

/// <param name="AsOf">The day facts must be valid on (R25).</param>
/// <param name="FinalYearOnly">Only the last course (R20); who is not to have a level (R21, R39) loses it whatever the course.</param>
/// <param name="Part">Only a part of the register; null: all of it. Levels of others stay as they are.</param>
/// <param name="Only">Only these enrolments; null: whoever there is.</param>
/// <param name="PersonId">Only this person, within the last run; null: everybody, as a run of its own.</param>
public sealed record AssessOrganizationInput(
    DateOnly AsOf, bool FinalYearOnly, AssessedPart? Part = null, IReadOnlySet<long>? Only = null, long? PersonId = null);

/// <summary>What a determination of risk gave.</summary>
/// <param name="Methodology">Code of the version, <c>federal-1</c>.</param>
/// <param name="WithoutConsent">People not assessed for want of consent, where consent is the basis (R39).</param>
public sealed record AssessmentCounts(string Methodology, int Assessed, int High, int NotHigh, int Preliminary, int WithoutConsent)
{
    public static AssessmentCounts None { get; } = new("", 0, 0, 0, 0, 0);

    /// <summary>The sum of both; the methodology is the other's.</summary>
    public AssessmentCounts With(AssessmentCounts other) => new(
        other.Methodology,
        Assessed + other.Assessed,
        High + other.High,
        NotHigh + other.NotHigh,
        Preliminary + other.Preliminary,
        WithoutConsent + other.WithoutConsent);
}

/// <summary>
/// Determines the risk of everybody in the organisation in scope, in one transaction (DOMAIN §7). An equal result keeps its confirmation, a
/// changed one becomes a new proposal (R26); who is no longer assessed (R21) has no current assessment any more.
/// </summary>
public sealed class AssessOrganization(
    MarshrutDb db,
    BulkWriter bulk,
    Sealer sealer,
    KeyRing ring,
    AssessedRegister registers,
    RegionStatistics statistics,
    MethodologyInForce methodologies,
    SupplementInForce supplements,
    TimeProvider clock) : IUseCase
{
    /// <summary>So often a run reads and computes beside others who write, and begins anew where they did; then they wait for it.</summary>
    private const int FreeTries = 4;

    private const int SpareIds = 256;

    /// <param name="input">The day and the scope.</param>
    /// <param name="cancel">Interrupts the run; nothing of it is left.</param>
    /// <param name="progress">Told how many of how many are assessed; null: nobody watches.</param>
    public async Task<AssessmentCounts> Assess(AssessOrganizationInput input, CancellationToken cancel, Action<int, int>? progress = null)
    {
        for (var attempt = 0; attempt < FreeTries; attempt++)
        {
            var found = await Compute(input, count => new IdRange(db.Ids.Reserve(count), count), progress, cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await Write(found, input, cancel))
            {
                await transaction.CommitAsync(cancel);
                return found.Counts;
            }
        }

        return await AssessHeld(input, progress, cancel);
    }

    /// <summary>Under the lock of the register nobody writes in between. Ids come before it: reserving them needs a writer of its own, and SQLite has one.</summary>
    private async Task<AssessmentCounts> AssessHeld(AssessOrganizationInput input, Action<int, int>? progress, CancellationToken cancel)
    {
        while (true)
        {
            var reserved = (2 * await db.Enrolments.CountAsync(cancel)) + SpareIds;
            var firstId = db.Ids.Reserve(reserved);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await OrganizationLock.Take(db, cancel);

            // A large import may have come in before the lock was had.
            if (await db.Enrolments.CountAsync(cancel) < reserved)
            {
                var found = await Compute(input, _ => new IdRange(firstId, reserved), progress, cancel);
                await Write(found, input, cancel);
                await transaction.CommitAsync(cancel);
                return found.Counts;
            }
        }
    }

    private async Task<Determined> Compute(AssessOrganizationInput input, Func<int, IdRange> ids, Action<int, int>? progress, CancellationToken cancel)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        var version = await methodologies.Find(organization.RegionCode, input.AsOf, cancel);
        var supplement = await supplements.Find(input.AsOf, cancel);
        var methodology = new CompiledMethodology(supplement.Content.AddTo(MethodologyParameters.FromJson(version.Parameters)));
        var field = EmploymentField.Build(await statistics.Rows(organization.RegionCode, cancel), methodology.Version.Horizon, input.AsOf);
        var current = await db.Assessments.AsNoTracking()
            .Where(row => row.IsCurrent && (input.PersonId == null || row.PersonId == input.PersonId))
            .ToDictionaryAsync(row => row.EnrolmentId, cancel);
        var register = await registers.Read(organization, input, cancel, withStudies: supplement.Content.Added.Length > 0);
        if (input.Part is { WithoutLevel: true })
        {
            register.Assessed.RemoveAll(row => current.ContainsKey(row.EnrolmentId));
            register.NoLongerAssessed.Clear();
        }

        // Which records the organisation keeps is told by everybody (R24), so a single person too is looked at beside all.
        var people = input.PersonId is { } one ? register.Assessed.FindAll(row => row.PersonId == one) : register.Assessed;
        var range = ids(people.Count + 1);
        var assessor = new EnrolmentAssessor(methodology, field, input.AsOf, register.RecordsKept, registers.MayUseRestricted(organization));
        var run = new AssessmentRun
        {
            Id = await RunId(input, range, cancel),
            OrganizationId = organization.Id,
            MethodologyVersionId = version.Id,
            SupplementVersionId = supplement.VersionId,
            AsOf = input.AsOf,
            FinalYearOnly = input.FinalYearOnly,
            WithoutConsent = register.WithoutConsent,
            Actor = db.Scope.Actor,
            At = clock.GetUtcNow().UtcDateTime,
        };
        var added = new AddedStates(supplement.Content, input.AsOf, methodology.Version.StatedValidityMonths);
        var changes = Compare(people, current, assessor, added, organization, run, range, progress, cancel);
        changes.Retired.AddRange(register.NoLongerAssessed.Where(current.ContainsKey).Select(id => current[id]));
        changes.Retired.ForEach(row => row.IsCurrent = false);
        return new Determined(organization, version, run, changes);
    }

    /// <summary>Figures and duties tell of runs over the register: one person's determination is no run and joins the last.</summary>
    private async Task<long> RunId(AssessOrganizationInput input, IdRange ids, CancellationToken cancel) => input.PersonId is null
        ? ids.Take()
        : await db.AssessmentRuns.LatestFirst().Select(row => row.Id).FirstAsync(cancel);

    private Changes Compare(
        List<EnrolmentToAssess> rows,
        Dictionary<long, Assessment> current,
        EnrolmentAssessor assessor,
        AddedStates addedStates,
        Organization organization,
        AssessmentRun run,
        IdRange ids,
        Action<int, int>? progress,
        CancellationToken cancel)
    {
        using var digest = new WrittenDigest(ring);
        var changes = new Changes();
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            var block = assessor.Assess(row.PersonFacts, row.EnrolmentFacts, row.Situation, addedStates.Of(row));
            Count(run, block.Outcome);
            progress?.Invoke(run.Assessed, rows.Count);
            current.TryGetValue(row.EnrolmentId, out var known);
            var sameResult = false;
            if (known is not null)
            {
                var before = sealer.OpenAssessment(known.Block, known.Id);
                sameResult = before.HasSameResult(block);
                if (sameResult && known.MethodologyVersionId == run.MethodologyVersionId && known.SupplementVersionId == run.SupplementVersionId && SameEvidence(before, block))
                {
                    // A look back over an earlier day does not take away that the level was determined since.
                    if (known.LastAsOf <= run.AsOf)
                    {
                        known.LastAsOf = run.AsOf;
                        known.DeterminedAt = run.At;
                        changes.Unchanged.Add(known);
                    }

                    continue;
                }

                known.IsCurrent = false;
                changes.Superseded.Add(known);
            }

            var added = Proposal(ids.Take(), row, block, organization, run, sameResult ? known : null);
            Digest(digest, added, block);
            changes.Added.Add(added);
        }

        changes.Digest = digest.Finish();
        return changes;
    }

    private static void Count(AssessmentRun run, RiskOutcome outcome)
    {
        run.Assessed++;
        run.High += outcome.Level == RiskLevel.High ? 1 : 0;
        run.NotHigh += outcome.Level == RiskLevel.NotHigh ? 1 : 0;
        run.Preliminary += outcome.IsPreliminary ? 1 : 0;
    }

    /// <summary>Equal to the byte but for the day of the run: the old explanation still says everything.</summary>
    private static bool SameEvidence(in AssessmentBlock before, in AssessmentBlock after)
    {
        Span<byte> left = stackalloc byte[AssessmentBlock.Size];
        Span<byte> right = stackalloc byte[AssessmentBlock.Size];
        before.WriteTo(left);
        (after with { AsOf = before.AsOf }).WriteTo(right);
        return left.SequenceEqual(right);
    }

    /// <param name="equal">The assessment with the same result that this one replaces: its decision stays (R26).</param>
    private Assessment Proposal(long id, EnrolmentToAssess row, in AssessmentBlock block, Organization organization, AssessmentRun run, Assessment? equal)
    {
        var computedHigh = block.Outcome.Level == RiskLevel.High;
        var isHigh = equal?.IsHigh ?? computedHigh;
        return new Assessment
        {
            Id = id,
            OrganizationId = organization.Id,
            EnrolmentId = row.EnrolmentId,
            PersonId = row.PersonId,
            RunId = run.Id,
            MethodologyVersionId = run.MethodologyVersionId,
            SupplementVersionId = run.SupplementVersionId,
            AsOf = run.AsOf,
            LastAsOf = run.AsOf,
            DeterminedAt = run.At,
            IsHigh = isHigh,
            ComputedHigh = computedHigh,
            Priority = equal?.Priority ?? block.Outcome.Priority ?? Assessment.NoPriority,
            Complete = block.Outcome.IsComplete,
            KnownCount = block.Outcome.KnownCount,
            CountedCount = block.Outcome.CountedCount,
            Status = equal?.Status ?? AssessmentStatus.Proposed,
            IsCurrent = true,
            Block = sealer.Seal(block, id),
            DecidedBy = equal?.DecidedBy,
            DecidedAt = equal?.DecidedAt,
            CreatedAt = run.At,
            OrderYear = isHigh ? row.Situation.GraduationYear : 0,
            SortName = row.SortName,
            ExternalId = row.ExternalId,
        };
    }

    /// <returns>False, and nothing is written, where the register is another than the one that was read: what was computed may rest on facts that are no more.</returns>
    private async Task<bool> Write(Determined found, AssessOrganizationInput input, CancellationToken cancel)
    {
        // The first statement: it holds the organisation's row, so two runs over the same people follow each other.
        var (organization, version, run, changes) = found;
        var seen = organization.RegisterVersion;
        if (await db.Organizations.Where(row => row.Id == organization.Id && row.RegisterVersion == seen)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel) == 0)
        {
            return false;
        }

        await bulk.Update([.. changes.Superseded, .. changes.Retired], [nameof(Assessment.IsCurrent)], cancel);
        await bulk.Update(changes.Unchanged, [nameof(Assessment.LastAsOf), nameof(Assessment.DeterminedAt)], cancel);
        await bulk.Insert(changes.Added, cancel);
        if (input.PersonId is null)
        {
            db.AssessmentRuns.Add(run);
        }

        version.UsedAt ??= run.At;
        db.Audit(new AuditDraft(organization.Id, AuditActions.Assessed, "assessment-run", run.Id, input.PersonId, new
        {
            methodology = MethodologyName.Code(version),
            supplement = run.SupplementVersionId,
            asOf = run.AsOf,
            finalYear = run.FinalYearOnly,
            part = input.Part,
            assessed = run.Assessed,
            high = run.High,
            notHigh = run.NotHigh,
            preliminary = run.Preliminary,
            withoutConsent = run.WithoutConsent,
            written = changes.Added.Count,
            retired = changes.Retired.Count,
            digest = changes.Digest,
        }));
        db.Audit(new AuditDraft(organization.Id, AuditActions.SpecialReadByRun, "assessment-run", run.Id, input.PersonId, new { people = run.Assessed }));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Everything that is written of a result, before it is sealed: the journal proves the levels and their grounds without holding them.</summary>
    private static void Digest(WrittenDigest digest, Assessment added, in AssessmentBlock block)
    {
        digest.Append(added.Id);
        digest.Append(added.EnrolmentId);
        digest.Append(added.MethodologyVersionId);
        digest.Append(added.SupplementVersionId ?? 0);
        digest.Append(added.Priority);
        digest.Append(((long)added.Status << 1) | (added.IsHigh ? 1L : 0));
        Span<byte> plain = stackalloc byte[AssessmentBlock.Size];
        block.WriteTo(plain);
        digest.Append(plain);
    }

    private sealed record Determined(Organization Organization, MethodologyVersion Version, AssessmentRun Run, Changes Changes)
    {
        public AssessmentCounts Counts =>
            new(MethodologyName.Code(Version), Run.Assessed, Run.High, Run.NotHigh, Run.Preliminary, Run.WithoutConsent);
    }

    private sealed class Changes
    {
        public List<Assessment> Added { get; } = [];

        public List<Assessment> Superseded { get; } = [];

        public List<Assessment> Unchanged { get; } = [];

        public List<Assessment> Retired { get; } = [];

        public string Digest { get; set; } = "";
    }
}
