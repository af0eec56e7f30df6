using Marshrut.Core.Imports.Planning;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>
/// The one way of a register into the system, for page, command and API: read and stage, plan, show or write. Everything about the organisation in
/// scope that reading must know is looked up here.
/// </summary>
public sealed class RegisterIntake(MarshrutDb db, Sealer sealer, CoreSettings settings, TimeProvider clock) : IUseCase
{
    private static readonly Dictionary<string, string> NoMapping = [];

    /// <summary>Reads the file to its end and lets go of it. Throws <c>SpreadsheetProblem</c>.</summary>
    public StagedRegister Stage(Stream file, RegisterReadingOptions options, CancellationToken cancel)
    {
        using var opened = RegisterFile.Open(file, options);
        return StagedRegister.Of(opened.Sheet, opened.Rows(), cancel);
    }

    /// <summary>How the organisation in scope reads its files: the day, its rights, its remembered columns, its directories.</summary>
    public async Task<RegisterReadingOptions> Options(CancellationToken cancel)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        var programmes = await db.Programmes.AsNoTracking().OrderBy(row => row.Code).Select(row => new { row.Code, row.SearchName, row.ValidTo }).ToListAsync(cancel);
        var codes = programmes.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);

        var today = clock.Today();
        var byName = programmes.ToLookup(row => row.SearchName);
        var remembered = await db.RememberedColumns.AsNoTracking().ToDictionaryAsync(row => row.Header, row => row.FieldKey, cancel);
        var holdsRestricted = settings.AnyoneHoldsRestrictedFacts || organization.Kind == OrganizationKind.EmploymentCentre;
        return new RegisterReadingOptions
        {
            Today = today,
            StoreRestricted = holdsRestricted && db.Scope.MayHandleRestricted,
            OnlyPermissionLacks = holdsRestricted && !db.Scope.MayHandleRestricted,
            ProgrammeRequired = organization.Kind != OrganizationKind.School,
            Mapping = new ColumnMapping(remembered.Count == 0 ? NoMapping : remembered),
            ProgrammesByName = name =>
            {
                var named = byName[NameText.Normalize(name)].ToList();
                var inForce = named.FindAll(row => row.ValidTo is null || row.ValidTo >= today);
                return [.. (inForce.Count > 0 ? inForce : named).Select(row => row.Code)];
            },
            IsProgrammeKnown = codes.Contains,
            Districts = await db.Districts.Where(row => row.RegionCode == organization.RegionCode).Select(row => row.Name).ToListAsync(cancel),
        };
    }

    /// <summary>Says what the register would do, and changes nothing.</summary>
    public async Task<ImportReport> Preview(StagedRegister register, RegisterReadingOptions options, CancellationToken cancel)
    {
        long shown = 0;
        var planning = new PlanRegister(db, sealer, new Planning.PlanInput(options.Today, ImportId: 0, () => --shown));
        return Report(await planning.Plan(new RegisterParser(register.Sheet, options), register, cancel));
    }

    internal static ImportReport Report(RegisterPlan plan) => new(
        plan.Read,
        plan.Created,
        plan.Updated,
        plan.Unchanged,
        plan.Rejected,
        plan.Repaired,
        plan.MissingFromFile,
        plan.Errors,
        plan.Repairs,
        [.. plan.Notices, .. DuplicateNotice(plan)],
        [.. plan.Preview.OrderBy(row => row.Outcome).ThenBy(row => row.Row)],
        plan.Duplicates.Count,
        plan.Names,
        [.. plan.Duplicates.Take(ImportReport.PreviewRows).Select(duplicate => new PreviewDuplicate(duplicate.RowNumber, plan.Names[duplicate.RowNumber], duplicate.Reason))])
    {
        RowsPrint = plan.RowsPrint(),
    };

    private static IEnumerable<ReadingNotice> DuplicateNotice(RegisterPlan plan)
    {
        if (plan.Duplicates.Count == 0)
        {
            yield break;
        }

        var rows = plan.Duplicates.Select(duplicate => duplicate.RowNumber).Distinct().Order().ToList();
        var named = string.Join(", ", rows.Take(20));
        yield return new ReadingNotice(
            "possible-duplicates",
            $"Похоже на повтор человека: строки {named}{(rows.Count > 20 ? " и ещё " + (rows.Count - 20) : "")}. Загружены отдельно и ждут вашего решения.");
    }
}
