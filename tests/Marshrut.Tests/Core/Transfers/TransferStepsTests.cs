using Marshrut.Core.Platform;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;

namespace Marshrut.Tests.Core.Transfers;

public class TransferStepsTests
{
    [Fact]
    public void Every_step_that_the_table_lacks_is_refused_with_a_sentence()
    {
        var legal = TransferSteps.All.Select(row => (row.From, row.Step)).ToHashSet();
        foreach (var state in Enum.GetValues<TransferItemState>())
        {
            foreach (var step in Enum.GetValues<TransferStep>())
            {
                TransferSteps.Allows(state, step).ShouldBe(legal.Contains((state, step)));
                if (!legal.Contains((state, step)))
                {
                    Should.Throw<RuleViolation>(() => TransferSteps.Next(state, step)).Message.ShouldEndWith("Обновите страницу.");
                }
            }
        }
    }

    [Fact]
    public void A_closed_case_opens_only_anew_and_a_case_never_skips_its_table()
    {
        var legal = CaseSteps.All.Select(row => (row.From, row.Step)).ToHashSet();
        foreach (var state in Enum.GetValues<CaseState>())
        {
            foreach (var step in Enum.GetValues<CaseStep>().Where(step => !legal.Contains((state, step))))
            {
                Should.Throw<InvalidOperationException>(() => CaseSteps.Next(state, step));
            }
        }

        CaseSteps.All.Where(row => row.From == CaseState.Closed).Select(row => row.Step).ShouldBe([CaseStep.Reopen, CaseStep.Stop]);
    }
}
