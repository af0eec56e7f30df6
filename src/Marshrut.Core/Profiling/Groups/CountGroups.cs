using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Core.Profiling.Groups;

/// <param name="People">Studies that the rule finds, as the list of people counts them.</param>
/// <param name="High">Of them at high risk.</param>
/// <param name="Unsaid">Of whom the rule cannot say: something it asks about is not known.</param>
public sealed record GroupFigures(int People, int High, int Unsaid);

/// <summary>How many each rule finds among the people of the organisation in scope, in one pass.</summary>
public sealed class CountGroups(ReadMembers members) : IUseCase
{
    /// <returns>In the order of the rules.</returns>
    public async Task<IReadOnlyList<GroupFigures>> Count(IReadOnlyList<GroupRule> rules, CancellationToken cancel)
    {
        var found = rules.Select(_ => (People: 0, High: 0, Unsaid: 0)).ToArray();
        await foreach (var member in members.Read(RuleNeeds.Of(rules), cancel))
        {
            for (var i = 0; i < rules.Count; i++)
            {
                switch (rules[i].Holds(member.Of))
                {
                    case true:
                        found[i].People++;
                        found[i].High += member.Row.IsHigh == true ? 1 : 0;
                        break;
                    case null:
                        found[i].Unsaid++;
                        break;
                }
            }
        }

        return [.. found.Select(one => new GroupFigures(one.People, one.High, one.Unsaid))];
    }
}
