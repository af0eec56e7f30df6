using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>What must be read and opened to answer rules: what nobody asks about stays sealed.</summary>
internal sealed record RuleNeeds(bool Facts, bool Block, bool Requests, bool Handed)
{
    private static readonly HashSet<string> sealedBits = [RuleFields.Present, RuleFields.NotKnown];

    public static RuleNeeds Of(IEnumerable<GroupRule> rules)
    {
        var fields = rules.SelectMany(rule => rule.Terms).Select(term => term.Field).ToHashSet();
        return new RuleNeeds(
            fields.Any(field => RuleFields.FactOf(field) is not null),
            fields.Overlaps(sealedBits),
            fields.Contains(RuleFields.RequestOpen) || fields.Contains(RuleFields.RequestMet),
            fields.Contains(RuleFields.Handed));
    }
}
