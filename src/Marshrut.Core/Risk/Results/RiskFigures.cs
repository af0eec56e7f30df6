using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk.Added;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

/// <param name="Key">What the filter takes: a programme's code, a course, a group; null where the register has none.</param>
/// <param name="Name">Name beside the key, where it has one.</param>
public sealed record ShareRow(string? Key, string? Name, int High, int Assessed);

public sealed record CharacteristicRow(Characteristic Characteristic, int Present, int Unknown);

/// <param name="Students">Enrolments that are to be assessed (R21).</param>
/// <param name="WithoutConsent">Of the students: not assessed for want of consent, where consent is the basis (R39).</param>
/// <param name="Days">The days that the levels are of: a run over a part of the register renews only its own. Null: there are none.</param>
/// <param name="LastRun">Null: risk was never determined here.</param>
/// <param name="OtherCircumstances">The reader is told that a ЦЗН keeps more than they see (R38), without a number.</param>
public sealed record RiskFigures(
    int Students,
    int Assessed,
    int High,
    int NotHigh,
    int Preliminary,
    int Waiting,
    int Confirmed,
    int Overridden,
    int WithoutConsent,
    (DateOnly First, DateOnly Last)? Days,
    LastRun? LastRun,
    IReadOnlyList<ShareRow> ByProgramme,
    IReadOnlyList<ShareRow> ByCourse,
    IReadOnlyList<ShareRow> ByGroup,
    IReadOnlyList<CharacteristicRow> ByCharacteristic,
    bool OtherCircumstances);

/// <summary>The latest determination of risk.</summary>
public sealed record LastRun(DateOnly AsOf, bool FinalYearOnly, MethodologyVersion Methodology);

/// <summary>The figures of the organisation in scope: counts, shares, characteristics.</summary>
public sealed class CountRisk(MarshrutDb db, Sealer sealer, RiskSnapshots snapshots, SupplementInForce supplements, TimeProvider clock) : IUseCase
{
    /// <param name="special">
    /// Count facts of health too, and restricted ones for who may see them: the reader has the right and asked for it; the look goes into the journal.
    /// </param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<RiskFigures> Count(bool special, CancellationToken cancel)
    {
        var rows = await snapshots.Of(db, sealer, cancel);
        var today = clock.Today();
        var organization = db.Scope.OrganizationId;
        var here = await db.Organizations.Where(row => row.Id == organization).Select(row => new { row.Kind, row.RiskBasis }).SingleAsync(cancel);
        var own = here.Kind == OrganizationKind.EmploymentCentre;
        var visible = RiskAccess.Visible(special, restricted: special && own && db.Scope.MayHandleRestricted);
        if (special)
        {
            db.Audit(new AuditDraft(organization, AuditActions.SpecialRead, "risk-figures", Details: new { people = rows.Length }));
            await db.SaveChangesAsync(cancel);
        }

        var names = await Names(rows, cancel);
        var added = (await supplements.Find(today, cancel)).Content.Added.Where(one => one.Enabled).Select(one => one.Characteristic);
        var students = db.Enrolments.ToBeAssessed(today);
        return new RiskFigures(
            await students.CountAsync(cancel),
            rows.Length,
            rows.Count(row => row.IsHigh),
            rows.Count(row => !row.IsHigh),
            rows.Count(row => !row.IsHigh && !row.Complete),
            rows.Count(row => row is { IsHigh: true, Status: AssessmentStatus.Proposed }),
            rows.Count(row => row is { IsHigh: true, Status: not AssessmentStatus.Proposed }),
            rows.Count(row => row.Status == AssessmentStatus.Overridden),
            here.RiskBasis == RiskBasis.Consent ? await students.CountAsync(row => db.People.Any(person => person.Id == row.PersonId && person.RiskConsentOn == null), cancel) : 0,
            rows.Length == 0 ? null : (rows.Min(row => row.AsOf), rows.Max(row => row.AsOf)),
            await Latest(cancel),
            Shares(rows, row => row.ProgrammeCode, names),
            [.. Shares(rows, row => row.Course?.ToString(System.Globalization.CultureInfo.InvariantCulture), []).OrderBy(row => row.Key is null).ThenBy(row => row.Key, StringComparer.Ordinal)],
            Shares(rows, row => row.Group, []),
            [
                .. Characteristics.Federal.Concat(added).Where(characteristic => (visible & characteristic.Bit) != 0)
                    .Select(characteristic => new CharacteristicRow(
                        characteristic, rows.Count(row => (row.Present & characteristic.Bit) != 0), rows.Count(row => (row.Unknown & characteristic.Bit) != 0)))
                    .OrderByDescending(row => row.Present).ThenBy(row => row.Characteristic.Number),
            ],
            OtherCircumstances: own && !db.Scope.MayHandleRestricted);
    }

    private async Task<LastRun?> Latest(CancellationToken cancel)
    {
        var run = await db.AssessmentRuns.AsNoTracking().LatestFirst().FirstOrDefaultAsync(cancel);
        return run is null
            ? null
            : new LastRun(
                run.AsOf, run.FinalYearOnly, await db.MethodologyVersions.AsNoTracking().SingleAsync(row => row.Id == run.MethodologyVersionId, cancel));
    }

    private async Task<Dictionary<string, string>> Names(RiskRow[] rows, CancellationToken cancel)
    {
        var codes = rows.Select(row => row.ProgrammeCode).Distinct().ToList();
        return await db.Programmes.Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Name, cancel);
    }

    /// <summary>The greater share first; of equal ones the larger.</summary>
    private static List<ShareRow> Shares(RiskRow[] rows, Func<RiskRow, string?> key, Dictionary<string, string> names) =>
    [
        .. rows.GroupBy(key)
            .Select(group => new ShareRow(group.Key, group.Key is null ? null : names.GetValueOrDefault(group.Key), group.Count(row => row.IsHigh), group.Count()))
            .OrderByDescending(row => (double)row.High / row.Assessed)
            .ThenByDescending(row => row.Assessed)
            .ThenBy(row => row.Key, StringComparer.Ordinal),
    ];
}
