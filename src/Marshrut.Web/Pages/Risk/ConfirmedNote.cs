using Marshrut.Core.Risk.Decisions;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk;

/// <summary>Words on levels that were confirmed, and on their taking back.</summary>
public static class ConfirmedNote
{
    public static void Leave(PageModel page, ConfirmedAssessments confirmed) => UndoNote.Leave(
        page,
        confirmed.Count > 0
            ? $"{Russian.Plural(confirmed.Count, "Подтверждён", "Подтверждены", "Подтверждено")} {Russian.Count(confirmed.Count, "уровень", "уровня", "уровней")}."
            : "Подтверждать было нечего: решения уже приняты.",
        confirmed.Count > 0 ? confirmed.At : null);

    public static string TakenBack(int count) => count == 0
        ? "Отменять нечего: эти уровни с тех пор изменились."
        : $"Подтверждение снято: {Russian.Count(count, "уровень снова ждёт", "уровня снова ждут", "уровней снова ждут")} решения.";
}
