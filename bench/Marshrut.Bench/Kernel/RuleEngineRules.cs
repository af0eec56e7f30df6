using System.Globalization;
using RulesEngine.Models;

namespace Marshrut.Bench.Kernel;

/// <summary>The fourteen characteristics as a user of Microsoft RulesEngine would write them; a rule succeeds when the characteristic is present.</summary>
internal static class RuleEngineRules
{
    public const string Workflow = "risk";

    private static readonly string[] Expressions =
    [
        "p.ProgrammeGraduates >= 10 && p.ReferenceEmployed > 0 && p.ProgrammeEmployed * 2 * p.ReferenceGraduates <= p.ReferenceEmployed * p.ProgrammeGraduates",
        "p.HasHealthConsent && p.Disability == 1",
        "p.Orphan == 1",
        "p.OrphanOwn == 1 || (p.Orphan == 1 && (p.Relatives == 1 || p.Offence == 1))",
        "p.Conscription == 1",
        "p.Mobilised == 1",
        "p.ParentalLeave == 1",
        "p.Experience == 2 || (p.Experience == 0 && p.KeepsExperience)",
        "p.Contact == 2 || (p.Contact == 0 && p.KeepsContacts)",
        "p.Preparation == 2 || (p.Preparation == 0 && p.KeepsPreparation)",
        "p.Workplace == 2",
        "p.InField == 2",
        "p.Relatives == 1",
        "p.Offence == 1",
    ];

    /// <summary>Set up for speed: compiled once, without the work on error messages that nobody reads here.</summary>
    public static RulesEngine.RulesEngine Engine() => new(
        [
            new Workflow
            {
                WorkflowName = Workflow,
                Rules =
                [
                    .. Expressions.Select((expression, i) => new Rule
                    {
                        RuleName = (i + 1).ToString(CultureInfo.InvariantCulture),
                        RuleExpressionType = RuleExpressionType.LambdaExpression,
                        Expression = expression,
                    }),
                ],
            },
        ],
        new ReSettings { EnableFormattedErrorMessage = false, EnableScopedParams = false, UseFastExpressionCompiler = true });
}
