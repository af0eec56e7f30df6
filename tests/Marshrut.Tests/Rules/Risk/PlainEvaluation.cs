using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

/// <summary>The rules of level, priority and completeness as one would read them aloud: no masks, no tables. The kernel is held against it.</summary>
internal static class PlainEvaluation
{
    private static readonly int[] KnownOnlyIfFound = [4, 13, 14];

    public static RiskOutcome Of(MethodologyParameters version, PersonScope scope, PersonMask person)
    {
        var enabled = version.Characteristics.Where(c => InForce(version, scope, c.Number, c.Enabled, (OverrideChange.Enabled o) => (o.Number, o.Value))).ToArray();
        var present = enabled.Where(c => Has(person.Present, c.Number)).ToArray();
        var counted = enabled.Where(c => !KnownOnlyIfFound.Contains(c.Number)).ToArray();
        var points = present.Sum(c => InForce(version, scope, c.Number, c.Weight, (OverrideChange.Weight o) => (o.Number, o.Value)));
        var high = version.Rule == LevelRule.Any ? present.Length > 0 : points >= version.Points;
        var priority = points;
        if (person.Flags.HasFlag(RiskFlags.LastCourse))
        {
            priority += version.LastCourseBonus;
        }

        if (person.Flags.HasFlag(RiskFlags.GraduateWithoutWork))
        {
            priority += version.GraduateWithoutWorkBonus;
        }

        if (person.Flags.HasFlag(RiskFlags.SignedOffer) || person.Flags.HasFlag(RiskFlags.TargetContract))
        {
            priority -= version.OfferDiscount;
        }

        return new RiskOutcome(
            high ? RiskLevel.High : RiskLevel.NotHigh,
            (byte)counted.Count(c => Has(person.Known, c.Number)),
            (byte)counted.Length,
            (short)points,
            high ? (short)priority : (short)0);
    }

    private static bool Has(uint mask, int number) => (mask >> (number - 1) & 1) == 1;

    // Programme before category before kind before region; then the later date; of one date the one written later (R43).
    private static TValue InForce<TValue, TChange>(
        MethodologyParameters version, PersonScope scope, int number, TValue standing, Func<TChange, (int Number, TValue Value)> read)
        where TChange : OverrideChange
    {
        var candidates = version.Overrides
            .Select((o, i) => (Override: o, Position: i))
            .Where(o => o.Override.Change is TChange change && read(change).Number == number)
            .ToArray();
        Func<OverrideScope, bool>[] narrowestFirst =
        [
            s => s is OverrideScope.OfProgramme programme && programme.ProgrammeCode == scope.ProgrammeCode,
            s => s is OverrideScope.OfCategory category && category.Category == scope.Category,
            s => s is OverrideScope.OfKind kind && kind.Kind == scope.Kind,
            s => s is OverrideScope.OfRegion region && region.Region == scope.Region,
        ];
        foreach (var covers in narrowestFirst)
        {
            var latest = candidates.Where(c => covers(c.Override.Scope)).OrderByDescending(c => c.Override.Date).ThenByDescending(c => c.Position).ToArray();
            if (latest.Length > 0)
            {
                return read((TChange)latest[0].Override.Change).Value;
            }
        }

        return standing;
    }
}
