using System.Text;
using Marshrut.Core.Cases;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;

namespace Marshrut.Tests.Rules.Cases;

public class CaseStepsTableTests
{
    /// <summary>Whoever reads docs sees the table that the program goes by.</summary>
    [Fact]
    public Task The_table_of_steps_is_the_approved_one()
    {
        var text = new StringBuilder("# Шаги сопровождения\n\nТаблица `CaseSteps`, по которой работает программа. Пустая клетка: шаг невозможен, страница его не предлагает, код отвечает отказом.\n\n");
        var steps = Enum.GetValues<CaseStep>();
        text.Append("| состояние |").AppendJoin('|', steps.Select(step => $" {Words(step)} ")).Append("|\n|").Insert(text.Length, "---|", steps.Length + 1).Append('\n');
        foreach (var state in Enum.GetValues<CaseState>())
        {
            text.Append($"| {CaseWords.State(state)} |").AppendJoin('|', steps.Select(step => CaseSteps.Allows(state, step) ? $" {CaseWords.State(CaseSteps.Next(state, step))} " : " ")).Append("|\n");
        }

        text.Append("\nПока куратора нет, вместо «в работе» — «ждёт куратора», откуда бы ни пришли.\n");
        text.Append($"\nИтоги на выбор: {string.Join(", ", Enum.GetValues<CaseOutcome>().Where(outcome => outcome.IsChoice).Select(CaseWords.Outcome))}.\n");
        text.Append($"«Связь потеряна» — после {ContactResults.LostAfter} попыток подряд без ответа. После трудоустройства: {string.Join(", ", FollowUps.After(CaseOutcome.EmployedInField, new DateOnly(2026, 1, 1)).Select(row => row.DueOn.Month == 1 ? 12 : row.DueOn.Month - 1).Distinct())} месяцев.\n");
        text.Append("\n## Шаги одного человека передачи\n\nТаблица `TransferSteps`. До отправки список — черновик колледжа или вуза, центр занятости его не видит.\n\n");
        var transfer = Enum.GetValues<TransferStep>();
        text.Append("| состояние |").AppendJoin('|', transfer.Select(step => $" {Words(step)} ")).Append("|\n|").Insert(text.Length, "---|", transfer.Length + 1).Append('\n');
        foreach (var state in Enum.GetValues<TransferItemState>())
        {
            text.Append($"| {TransferWords.State(state)} |")
                .AppendJoin('|', transfer.Select(step => TransferSteps.Allows(state, step) ? $" {TransferWords.State(TransferSteps.Next(state, step))} " : " ")).Append("|\n");
        }

        text.Append("\nПриём отменяют, пока с человеком не начали работать. В центр другого района человек уходит новой передачей: прежняя остаётся принятой, её сопровождение завершено.\n");
        return ApprovedFile.Check("docs/case-steps.approved.md", text.ToString());
    }

    private static string Words(TransferStep step) => step switch
    {
        TransferStep.Accept => "принять",
        TransferStep.Return => "вернуть с причиной",
        TransferStep.Revoke => "отозвать",
        TransferStep.UndoAccept => "отменить приём",
        _ => "отозвано согласие",
    };

    private static string Words(CaseStep step) => step switch
    {
        CaseStep.AssignCurator => "назначить куратора",
        CaseStep.Pause => "приостановить",
        CaseStep.Wake => "возобновить",
        CaseStep.Close => "завершить",
        CaseStep.Reopen => "открыть снова",
        CaseStep.UndoCurator => "отменить назначение куратора",
        _ => "остановить: отозвано согласие",
    };
}
