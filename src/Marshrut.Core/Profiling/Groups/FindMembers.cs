using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>Who belongs to a group or stands at a stage now: lists of people are narrowed to them.</summary>
public sealed class FindMembers(ReadMembers members) : IUseCase
{
    /// <param name="rule">Null: whoever it is.</param>
    /// <param name="stage">Null: wherever they stand.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Ids of studies.</returns>
    public async Task<IReadOnlySet<long>> Find(GroupRule? rule, RouteStage? stage, CancellationToken cancel)
    {
        var found = new HashSet<long>();
        await foreach (var member in members.Read(RuleNeeds.Of(rule is null ? [] : [rule]), cancel))
        {
            if ((stage is null || member.Stage == stage) && (rule is null || rule.Holds(member.Of) == true))
            {
                found.Add(member.Row.EnrolmentId);
            }
        }

        return found;
    }
}
