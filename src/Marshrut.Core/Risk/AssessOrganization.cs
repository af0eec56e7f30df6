using System.Buffers.Binary;
using System.Security.Cryptography;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Statistics;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk;

/// <param name="AsOf">The day facts must be valid on (R25).</param>
/// <param name="FinalYearOnly">Only the last course (R20).</param>
/// <param name="Part">Only a part of the register; null: all of it. Levels of others stay as they are.</param>
/// <param name="Only">Only these enrolments; null: whoever there is.</param>
/// <param name="PersonId">Only this person, within the last run; null: everybody, as a run of its own.</param>
public sealed record AssessOrganizationInput(
    DateOnly AsOf, bool FinalYearOnly, AssessedPart? Part = null, IReadOnlySet<long>? Only = null, long? PersonId = null);

/// <summary>What a determination of risk gave.</summary>
/// <param name="Methodology">Code of the version, <c>federal-1</c>.</param>
/// <param name="WithoutConsent">People not assessed for want of consent, where consent is the basis (R39).</param>
public sealed record AssessmentCounts(string Methodology, int Assessed, int High, int NotHigh, int Preliminary, int WithoutConsent);

/// <summary>
/// Determines the risk of everybody in the organisation in scope, in one transaction (DOMAIN §7). An equal result keeps its confirmation, a
/// changed one becomes a new proposal (R26); who is no longer assessed (R21) has no current assessment any more.
/// </summary>
public sealed class AssessOrganization(
    MarshrutDb db, BulkWriter bulk, Sealer sealer, AssessedRegister registers, RegionStatistics statistics, MethodologyInForce methodologies, TimeProvider clock) : IUseCase
{
    /// <summary>Code of the refusal of a register that would not stand still.</summary>
    public const string RegisterChanges = "register-changes";

    private const int MostTries = 5;

    /// <param name="input">The day and the scope.</param>
    /// <param name="cancel">Interrupts the run; nothing of it is left.</param>
    /// <param name="progress">Told how many of how many are assessed; null: nobody watches.</param>
    /// <exception cref="RuleViolation">The register would not stand still: others wrote to it during each of several tries.</exception>
    public async Task<AssessmentCounts> Assess(AssessOrganizationInput input, CancellationToken cancel, Action<int, int>? progress = null)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await TryAssess(input, cancel, progress) is { } counts)
            {
                return counts;
            }
        }

        throw new RuleViolation(RegisterChanges, "Пока риск определяли, реестр всё время менялся. Дождитесь конца загрузки и определите риск ещё раз.");
    }

    /// <returns>Null where somebody wrote to the register in between: what was computed may rest on facts that are no more, and is dropped.</returns>
    private async Task<AssessmentCounts?> TryAssess(AssessOrganizationInput input, CancellationToken cancel, Action<int, int>? progress)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        var version = await methodologies.Find(organization.RegionCode, input.AsOf, cancel);
        var methodology = new CompiledMethodology(MethodologyParameters.FromJson(version.Parameters));
        var field = EmploymentField.Build(await statistics.Rows(organization.RegionCode, cancel), methodology.Version.Horizon, input.AsOf);
        var current = await db.Assessments.AsNoTracking()
            .Where(row => row.IsCurrent && (input.PersonId == null || row.PersonId == input.PersonId))
            .ToDictionaryAsync(row => row.EnrolmentId, cancel);
        var register = await registers.Read(organization, input, cancel);
        if (input.Part is { WithoutLevel: true })
        {
            register.Assessed.RemoveAll(row => current.ContainsKey(row.EnrolmentId));
        }

        var assessor = new EnrolmentAssessor(methodology, field, input.AsOf, register.RecordsKept, registers.MayUseRestricted(organization));
        var run = new AssessmentRun
        {
            Id = await RunId(input, cancel),
            OrganizationId = organization.Id,
            MethodologyVersionId = version.Id,
            AsOf = input.AsOf,
            FinalYearOnly = input.FinalYearOnly,
            WithoutConsent = register.WithoutConsent,
            Actor = db.Scope.Actor,
            At = clock.GetUtcNow().UtcDateTime,
        };

        // Which records the organisation keeps is told by everybody (R24), so a single person too is looked at beside all.
        var people = input.PersonId is { } one ? register.Assessed.FindAll(row => row.PersonId == one) : register.Assessed;
        var changes = Compare(people, current, assessor, organization, run, progress, cancel);
        var retired = register.NoLongerAssessed.Where(current.ContainsKey).Select(id => current[id]).ToList();
        if (!await Write(organization, version, run, input, changes, retired, cancel))
        {
            return null;
        }

        return new AssessmentCounts(MethodologyName.Code(version), run.Assessed, run.High, run.NotHigh, run.Preliminary, run.WithoutConsent);
    }

    /// <summary>Figures and duties tell of runs over the register: one person's determination is no run and joins the last.</summary>
    private async Task<long> RunId(AssessOrganizationInput input, CancellationToken cancel) => input.PersonId is null
        ? db.Ids.Take()
        : await db.AssessmentRuns.MaxAsync(row => row.Id, cancel);

    private Changes Compare(
        List<EnrolmentToAssess> rows,
        Dictionary<long, Assessment> current,
        EnrolmentAssessor assessor,
        Organization organization,
        AssessmentRun run,
        Action<int, int>? progress,
        CancellationToken cancel)
    {
        var changes = new Changes();
        var nextId = rows.Count == 0 ? 0 : db.Ids.Reserve(rows.Count);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            var block = assessor.Assess(row.PersonFacts, row.EnrolmentFacts, row.Situation);
            Count(run, block.Outcome);
            progress?.Invoke(run.Assessed, rows.Count);
            current.TryGetValue(row.EnrolmentId, out var known);
            var sameResult = false;
            if (known is not null)
            {
                var before = sealer.OpenAssessment(known.Block, known.Id);
                sameResult = before.HasSameResult(block);
                if (sameResult && known.MethodologyVersionId == run.MethodologyVersionId && SameEvidence(before, block))
                {
                    // A look back over an earlier day does not take away that the level was determined since.
                    if (known.LastAsOf < run.AsOf)
                    {
                        known.LastAsOf = run.AsOf;
                        changes.Unchanged.Add(known);
                    }

                    continue;
                }

                known.IsCurrent = false;
                changes.Superseded.Add(known);
            }

            changes.Added.Add(Proposal(nextId++, row, block, organization, run, sameResult ? known : null));
        }

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
            AsOf = run.AsOf,
            LastAsOf = run.AsOf,
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

    /// <returns>False, and nothing is written, where the register is another than the one that was read.</returns>
    private async Task<bool> Write(
        Organization organization,
        MethodologyVersion version,
        AssessmentRun run,
        AssessOrganizationInput input,
        Changes changes,
        List<Assessment> retired,
        CancellationToken cancel)
    {
        foreach (var assessment in retired)
        {
            assessment.IsCurrent = false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The first statement: it holds the organisation's row, so two runs over the same people follow each other.
        var seen = organization.RegisterVersion;
        if (await db.Organizations.Where(row => row.Id == organization.Id && row.RegisterVersion == seen)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel) == 0)
        {
            return false;
        }

        await bulk.Update([.. changes.Superseded, .. retired], [nameof(Assessment.IsCurrent)], cancel);
        await bulk.Update(changes.Unchanged, [nameof(Assessment.LastAsOf)], cancel);
        await bulk.Insert(changes.Added, cancel);
        if (input.PersonId is null)
        {
            db.AssessmentRuns.Add(run);
        }

        version.UsedAt ??= run.At;
        db.Audit(new AuditDraft(organization.Id, AuditActions.Assessed, "assessment-run", run.Id, input.PersonId, new
        {
            methodology = MethodologyName.Code(version),
            asOf = run.AsOf,
            finalYear = run.FinalYearOnly,
            part = input.Part,
            assessed = run.Assessed,
            high = run.High,
            notHigh = run.NotHigh,
            preliminary = run.Preliminary,
            withoutConsent = run.WithoutConsent,
            written = changes.Added.Count,
            retired = retired.Count,
            digest = Digest(changes.Added),
        }));
        db.Audit(new AuditDraft(organization.Id, AuditActions.SpecialReadByRun, "assessment-run", run.Id, input.PersonId, new { people = run.Assessed }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>A digest of what was written: the journal proves the levels without holding them.</summary>
    private static string Digest(List<Assessment> added)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> line = stackalloc byte[13];
        foreach (var assessment in added)
        {
            BinaryPrimitives.WriteInt64LittleEndian(line, assessment.EnrolmentId);
            BinaryPrimitives.WriteInt32LittleEndian(line[8..], assessment.Priority);
            line[12] = assessment.IsHigh ? (byte)1 : (byte)0;
            hash.AppendData(line);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed class Changes
    {
        public List<Assessment> Added { get; } = [];

        public List<Assessment> Superseded { get; } = [];

        public List<Assessment> Unchanged { get; } = [];
    }
}
