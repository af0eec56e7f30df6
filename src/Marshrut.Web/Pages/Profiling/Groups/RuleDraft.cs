using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Web.Pages.Profiling.Groups;

/// <summary>A rule as the builder holds it while it is being written: finished or not.</summary>
public sealed class RuleDraft
{
    public bool IsAny { get; set; }

    public List<BlockDraft> Blocks { get; set; } = [];

    public static RuleDraft Empty() => new() { Blocks = [new BlockDraft { Terms = [new TermDraft()] }] };

    public static RuleDraft Of(GroupRule rule) => new()
    {
        IsAny = rule.IsAny,
        Blocks = [.. rule.Blocks.Select(block => new BlockDraft { IsAny = block.IsAny, Terms = [.. block.Terms.Select(term => new TermDraft { Field = term.Field, Operator = term.Operator, Values = [.. term.Values] })] })],
    };

    /// <summary>All of it, finished or not: what is saved is checked as a whole.</summary>
    public GroupRule Rule() => new(IsAny, [.. Blocks.Where(block => block.Terms.Count > 0).Select(block => new RuleBlock(block.IsAny, [.. block.Terms.Select(term => term.Term())]))]);

    /// <summary>Its finished conditions, which can be tried, with their places.</summary>
    public (GroupRule Rule, IReadOnlyList<(int Block, int Term)> Places) Finished()
    {
        var places = new List<(int, int)>();
        var blocks = new List<RuleBlock>();
        for (var block = 0; block < Blocks.Count; block++)
        {
            var terms = new List<RuleTerm>();
            for (var term = 0; term < Blocks[block].Terms.Count; term++)
            {
                var one = Blocks[block].Terms[term].Term();
                if (RuleProblems.Of(new GroupRule(false, [new RuleBlock(false, [one])])).Count == 0)
                {
                    terms.Add(one);
                    places.Add((block, term));
                }
            }

            if (terms.Count > 0)
            {
                blocks.Add(new RuleBlock(Blocks[block].IsAny, terms));
            }
        }

        return (new GroupRule(IsAny, blocks), places);
    }

    /// <summary>What a form may hold that no hand of ours wrote: empty lists in place of missing ones, and no more than can be read.</summary>
    public void Tidy()
    {
        Blocks = [.. (Blocks ?? []).OfType<BlockDraft>().Take(GroupRule.MostTerms)];
        foreach (var block in Blocks)
        {
            block.Terms = [.. (block.Terms ?? []).OfType<TermDraft>().Take(GroupRule.MostTerms + 1)];
            block.Terms.ForEach(term => term.Tidy());
        }
    }
}

/// <inheritdoc cref="RuleBlock"/>
public sealed class BlockDraft
{
    public bool IsAny { get; set; }

    public List<TermDraft> Terms { get; set; } = [];
}

/// <inheritdoc cref="RuleTerm"/>
public sealed class TermDraft
{
    private static readonly char[] between = [' ', ',', ';'];

    public string? Field { get; set; }

    public RuleOperator? Operator { get; set; }

    public List<string> Values { get; set; } = [];

    /// <summary>Which field the values were chosen for: those of another are dropped.</summary>
    public string? For { get; set; }

    public RuleField? Known => RuleFields.Find(Field);

    public RuleOperator Compared => Known is { } known && Operator is { } chosen && known.Operators.Contains(chosen) ? chosen : RuleOperator.Is;

    public RuleTerm Term() => new(Field ?? "", Compared, Compared.NeedsValue() ? Values : []);

    public void Tidy()
    {
        Values = [.. (Values ?? []).OfType<string>().Where(value => value.Length > 0).Take(RuleProblems.MostValues + 1)];
        if (For is not null && For != Field)
        {
            (Values, Operator) = ([], null);
        }

        For = Field;
        if (Known?.IsNumber == true)
        {
            Values = [.. Values.SelectMany(value => value.Split(between, StringSplitOptions.RemoveEmptyEntries))];
        }
    }
}
