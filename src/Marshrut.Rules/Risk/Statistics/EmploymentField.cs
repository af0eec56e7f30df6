namespace Marshrut.Rules.Risk;

/// <summary>
/// Characteristic 1 for every programme of a region on a day (R23, DOMAIN §7). One pair of cohort year and horizon serves programme
/// and region; comparison is in exact integers; a small cohort is Unknown, without falling back to an older one.
/// </summary>
public sealed class EmploymentField
{
    private readonly Dictionary<string, Sum> _programmes = new(StringComparer.Ordinal);
    private readonly Sum _region;
    private readonly (int CohortYear, int Horizon)? _pair;

    private EmploymentField((int CohortYear, int Horizon)? pair, IEnumerable<StatisticsRow> rows)
    {
        _pair = pair;
        if (pair is null)
        {
            return;
        }

        foreach (var row in rows.Where(r => (r.CohortYear, r.Horizon) == pair))
        {
            _region = _region.With(row);
            _programmes[row.ProgrammeCode] = _programmes.GetValueOrDefault(row.ProgrammeCode).With(row);
        }
    }

    /// <summary>
    /// Takes the latest cohort year not after <paramref name="asOf"/>'s and in it the horizon asked for, or the largest there.
    /// <paramref name="rows"/> are all the region's; they are passed over twice.
    /// </summary>
    public static EmploymentField Build(IReadOnlyCollection<StatisticsRow> rows, int horizon, DateOnly asOf)
    {
        var known = rows.Where(r => r.CohortYear <= asOf.Year).Select(r => (r.CohortYear, r.Horizon)).ToHashSet();
        if (known.Count == 0)
        {
            return new(null, rows);
        }

        var year = known.Max(p => p.CohortYear);
        return new(known.Contains((year, horizon)) ? (year, horizon) : known.Where(p => p.CohortYear == year).Max(), rows);
    }

    /// <summary>The finding for a programme under the parameters in force for a scope.</summary>
    public FieldEmployment Find(string programmeCode, ScopedParameters parameters)
    {
        if (_pair is not { } pair)
        {
            return new() { Finding = EvidenceCode.StatisticsNone };
        }

        var programme = _programmes.GetValueOrDefault(programmeCode);
        var (employed, graduates) = parameters.ReferenceRate is { } apart ? (apart.Numerator, apart.Denominator) : (_region.Employed, _region.Graduates);
        return new()
        {
            Finding = Judge(programme, employed, graduates, parameters),
            CohortYear = pair.CohortYear,
            Horizon = pair.Horizon,
            ProgrammeGraduates = checked((uint)programme.Graduates),
            ProgrammeEmployed = checked((uint)programme.Employed),
            ReferenceGraduates = checked((uint)graduates),
            ReferenceEmployed = checked((uint)employed),
            ReferenceSetApart = parameters.ReferenceRate is not null,
            Ratio = parameters.EmploymentRatio,
            MinCohort = parameters.MinCohort,
            ImportedOn = programme.ImportedOn,
        };
    }

    private static EvidenceCode Judge(Sum programme, long employed, long graduates, ScopedParameters parameters)
    {
        if (programme.Graduates == 0)
        {
            return EvidenceCode.StatisticsNoProgramme;
        }

        if (programme.Graduates < parameters.MinCohort)
        {
            return EvidenceCode.StatisticsSmallCohort;
        }

        if (employed == 0)
        {
            return EvidenceCode.StatisticsNobodyEmployed;
        }

        // programme rate × ratio ≤ reference rate, multiplied out: no division, no rounding.
        var left = (Int128)programme.Employed * parameters.EmploymentRatio.Numerator * graduates;
        var right = (Int128)employed * programme.Graduates * parameters.EmploymentRatio.Denominator;
        return left <= right ? EvidenceCode.StatisticsLow : EvidenceCode.StatisticsNotLow;
    }

    private readonly record struct Sum(long Graduates, long Employed, CompactDate ImportedOn)
    {
        public Sum With(StatisticsRow row) => new(
            Graduates + row.Graduates,
            Employed + row.Employed,
            row.ImportedOn is { } day && new CompactDate(day).CompareTo(ImportedOn) > 0 ? day : ImportedOn);
    }
}
