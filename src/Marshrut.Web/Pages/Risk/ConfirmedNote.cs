using System.Globalization;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Rules.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk;

/// <summary>How many levels the post that led here confirmed, and the moment that takes them back: «Подтверждены 67 уровней. Отменить».</summary>
/// <param name="Moment">Unix milliseconds.</param>
public sealed record ConfirmedNote(int Count, long Moment)
{
    private const string Key = "confirmed";

    public string Words => Count > 0
        ? $"{Russian.Plural(Count, "Подтверждён", "Подтверждены", "Подтверждено")} {Russian.Count(Count, "уровень", "уровня", "уровней")}."
        : "Подтверждать было нечего: решения уже приняты.";

    public static void Leave(PageModel page, ConfirmedAssessments confirmed) =>
        page.TempData[Key] = string.Create(CultureInfo.InvariantCulture, $"{confirmed.Count}:{new DateTimeOffset(confirmed.At).ToUnixTimeMilliseconds()}");

    /// <returns>Null: nothing was confirmed on the way here.</returns>
    public static ConfirmedNote? Take(PageModel page) => page.TempData[Key] is string note && note.Split(':') is [var count, var moment]
        ? new ConfirmedNote(int.Parse(count, CultureInfo.InvariantCulture), long.Parse(moment, CultureInfo.InvariantCulture))
        : null;

    public static string TakenBack(int count) => count == 0
        ? "Отменять нечего: эти уровни с тех пор изменились."
        : $"Подтверждение снято: {Russian.Count(count, "уровень снова ждёт", "уровня снова ждут", "уровней снова ждут")} решения.";
}
