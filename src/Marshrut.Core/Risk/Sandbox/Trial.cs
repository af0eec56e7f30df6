using Marshrut.Core.Risk.Added;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Sandbox;

/// <summary>One side of a trial, what holds or what is tried: the very rules that a determination goes by.</summary>
internal sealed class TrialSide
{
    private readonly MethodologyParameters version;
    private readonly EmploymentField field;
    private readonly Supplement supplement;
    private readonly CompiledMethodology methodology;
    private readonly DateOnly day;
    private readonly string ground;

    public TrialSide(MethodologyParameters version, Supplement supplement, IReadOnlyCollection<StatisticsRow> statistics, DateOnly day)
        : this(
            version,
            supplement,
            EmploymentField.Build(statistics, version.Horizon, day),
            $"{version.ToJson()}\n{statistics.Aggregate((long)statistics.Count, (sum, row) => unchecked((sum * 31) + row.GetHashCode()))}",
            day)
    {
    }

    private TrialSide(MethodologyParameters version, Supplement supplement, EmploymentField field, string ground, DateOnly day)
    {
        (this.version, this.supplement, this.field, this.ground, this.day) = (version, supplement, field, ground, day);
        methodology = new CompiledMethodology(supplement.AddTo(version));
        Signature = $"{ground}\n{supplement.ToJson()}";
    }

    /// <summary>Equal where the same people would be judged the same.</summary>
    public string Signature { get; }

    /// <summary>The same in an organisation that adds something.</summary>
    public TrialSide In(Supplement organization) => organization.Added.Length == 0 ? this : new TrialSide(version, organization, field, ground, day);

    /// <summary>Of one thread: the states of the added ones are written over person by person.</summary>
    public TrialJudge Judge(RecordsKept kept, bool mayUseRestricted) => new(
        new EnrolmentAssessor(methodology, field, day, kept, mayUseRestricted), new AddedStates(supplement, day, version.StatedValidityMonths));
}

internal sealed class TrialJudge(EnrolmentAssessor assessor, AddedStates added)
{
    public AssessmentBlock Of(EnrolmentToAssess row) => assessor.Assess(row.PersonFacts, row.EnrolmentFacts, row.Situation, added.Of(row));
}

/// <summary>One person by both sides.</summary>
internal readonly record struct Judged(bool WasHigh, bool WillBeHigh, uint Present, uint WillBePresent, uint WillBeUnknown, short WillBePriority)
{
    public bool Enters => !WasHigh && WillBeHigh;

    public bool Leaves => WasHigh && !WillBeHigh;
}

/// <summary>One person by what holds.</summary>
internal readonly record struct JudgedOnce(bool IsHigh, uint Present);

internal static class Trials
{
    private const int PartSize = 4_096;

    /// <summary>Everybody of a register by both sides, in the order of the register, on all processors. What holds is judged once as long as nothing changes.</summary>
    public static Judged[] Compare(RegisterSnapshot snapshot, TrialSide before, TrialSide after, bool mayUseRestricted)
    {
        var held = snapshot.Held(before, mayUseRestricted, () => Judge(snapshot, before, mayUseRestricted, (i, block) =>
            new JudgedOnce(block.Outcome.Level == RiskLevel.High, block.Found.Present & block.Enabled)));
        return Judge(snapshot, after, mayUseRestricted, (i, tried) => new Judged(
            held[i].IsHigh,
            tried.Outcome.Level == RiskLevel.High,
            held[i].Present,
            tried.Found.Present & tried.Enabled,
            ~tried.Found.Known & tried.Enabled,
            tried.Outcome.HighPriority));
    }

    private static T[] Judge<T>(RegisterSnapshot snapshot, TrialSide side, bool mayUseRestricted, Func<int, AssessmentBlock, T> take)
    {
        var rows = snapshot.Register.Assessed;
        var judged = new T[rows.Count];
        Parallel.For(0, (rows.Count + PartSize - 1) / PartSize, part =>
        {
            var judge = side.Judge(snapshot.Register.RecordsKept, mayUseRestricted);
            for (var i = part * PartSize; i < Math.Min(rows.Count, (part + 1) * PartSize); i++)
            {
                judged[i] = take(i, judge.Of(rows[i]));
            }
        });
        return judged;
    }
}

/// <summary>How many of some people are high, enter and leave.</summary>
public readonly record struct TrialCounts(int People, int High, int Entering, int Leaving)
{
    public int WillBeHigh => High + Entering - Leaving;

    internal TrialCounts With(Judged one) => new(People + 1, High + (one.WasHigh ? 1 : 0), Entering + (one.Enters ? 1 : 0), Leaving + (one.Leaves ? 1 : 0));

    internal TrialCounts With(TrialCounts other) => new(People + other.People, High + other.High, Entering + other.Entering, Leaving + other.Leaving);
}
