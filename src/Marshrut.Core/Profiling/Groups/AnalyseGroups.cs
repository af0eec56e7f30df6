using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>Numbers of one cell of the analysis. People are counted as studies, as in the list.</summary>
/// <param name="High">At high risk.</param>
/// <param name="NotHigh">Not at high risk, for good or preliminarily.</param>
/// <param name="Preliminary">Of them preliminarily.</param>
/// <param name="NoLevel">Without a level.</param>
/// <param name="Requests">Type of request → how many have it open.</param>
public sealed record AnalysisFigures(int People, int High, int NotHigh, int Preliminary, int NoLevel, IReadOnlyDictionary<string, int> Requests);

/// <param name="Group">Null: the stage as a whole.</param>
public sealed record AnalysisRow(RouteStage Stage, GroupLine? Group, AnalysisFigures Figures);

/// <param name="Rows">By stage: the stage as a whole, then its groups; only those with people.</param>
/// <param name="Total">Of the whole register.</param>
/// <param name="Types">Types of requests that are asked, the mandatory ones always.</param>
public sealed record GroupAnalysis(IReadOnlyList<AnalysisRow> Rows, AnalysisFigures Total, IReadOnlyList<RequestTypeLine> Types);

/// <summary>The quantitative analysis of the deck: stage × group × requests × risk, over the organisation in scope, in one pass.</summary>
public sealed class AnalyseGroups(ReadMembers members, ListGroups groups, ListRequestTypes types) : IUseCase
{
    public async Task<GroupAnalysis> Analyse(long userId, CancellationToken cancel)
    {
        var lines = await groups.List(userId, cancel);
        var total = new Counter();
        var cells = new Dictionary<(RouteStage Stage, int Group), Counter>();
        var needs = RuleNeeds.Of(lines.Select(line => line.Rule)) with { Requests = true };
        await foreach (var member in members.Read(needs, cancel))
        {
            total.Add(member);
            Cell(cells, member.Stage, -1).Add(member);
            for (var i = 0; i < lines.Count; i++)
            {
                if (lines[i].Rule.Holds(member.Of) == true)
                {
                    Cell(cells, member.Stage, i).Add(member);
                }
            }
        }

        var rows = cells.OrderBy(cell => cell.Key.Stage).ThenBy(cell => cell.Key.Group)
            .Select(cell => new AnalysisRow(cell.Key.Stage, cell.Key.Group < 0 ? null : lines[cell.Key.Group], cell.Value.Figures()));
        var asked = total.Figures();
        return new GroupAnalysis([.. rows], asked, [.. (await types.List(cancel)).Where(type => type.IsMandatory || asked.Requests.ContainsKey(type.Code))]);
    }

    private static Counter Cell(Dictionary<(RouteStage, int), Counter> cells, RouteStage stage, int group)
    {
        if (!cells.TryGetValue((stage, group), out var cell))
        {
            cells[(stage, group)] = cell = new Counter();
        }

        return cell;
    }

    private sealed class Counter
    {
        private readonly Dictionary<string, int> requests = [];
        private int people;
        private int high;
        private int notHigh;
        private int preliminary;

        public void Add(GroupMember member)
        {
            people++;
            high += member.Row.IsHigh == true ? 1 : 0;
            notHigh += member.Row.IsHigh == false ? 1 : 0;
            preliminary += member.Row is { IsHigh: false, Complete: false } ? 1 : 0;
            foreach (var type in member.OpenRequests)
            {
                requests[type] = requests.GetValueOrDefault(type) + 1;
            }
        }

        public AnalysisFigures Figures() => new(people, high, notHigh, preliminary, people - high - notHigh, requests);
    }
}
