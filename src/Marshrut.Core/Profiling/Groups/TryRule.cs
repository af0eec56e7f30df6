using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Core.Profiling.Groups;

/// <param name="All">Studies of the register.</param>
/// <param name="Figures">What the rule finds among them.</param>
/// <param name="Conditions">For each condition of the rule, in its order: how many it finds by itself.</param>
public sealed record RuleTrial(int All, GroupFigures Figures, IReadOnlyList<int> Conditions);

/// <summary>What a rule would find now, as a whole and condition by condition, before it is saved.</summary>
public sealed class TryRule(ReadMembers members) : IUseCase
{
    public async Task<RuleTrial> Try(GroupRule rule, CancellationToken cancel)
    {
        var terms = rule.Terms.ToArray();
        var alone = new int[terms.Length];
        var (all, people, high, unsaid) = (0, 0, 0, 0);
        await foreach (var member in members.Read(RuleNeeds.Of([rule]), cancel))
        {
            all++;
            for (var i = 0; i < terms.Length; i++)
            {
                alone[i] += terms[i].Holds(member.Of(terms[i].Field)) == true ? 1 : 0;
            }

            var holds = rule.Holds(member.Of);
            people += holds == true ? 1 : 0;
            high += holds == true && member.Row.IsHigh == true ? 1 : 0;
            unsaid += holds is null ? 1 : 0;
        }

        return new RuleTrial(all, new GroupFigures(people, high, unsaid), alone);
    }
}
