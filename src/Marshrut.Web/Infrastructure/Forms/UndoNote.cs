using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Infrastructure.Forms;

/// <summary>«Подтверждены 67 уровней. Отменить»: what the post that led here did, and the moment that takes it back. Never carries personal values.</summary>
/// <param name="Moment">Unix milliseconds; null: there is nothing to take back.</param>
public sealed record UndoNote(string Words, long? Moment)
{
    private const string Key = "undo";

    public static void Leave(PageModel page, string words, DateTime? at) => page.TempData[Key] =
        string.Create(CultureInfo.InvariantCulture, $"{(at is { } moment ? new DateTimeOffset(moment).ToUnixTimeMilliseconds() : 0)}:{words}");

    /// <returns>Null: nothing was done on the way here.</returns>
    public static UndoNote? Take(PageModel page) => page.TempData[Key] is string note && note.Split(':', 2) is [var moment, var words]
        ? new UndoNote(words, long.Parse(moment, CultureInfo.InvariantCulture) is > 0 and var ticks ? ticks : null)
        : null;

    /// <summary>The moment as rows keep it.</summary>
    public static DateTime At(long moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment).UtcDateTime;
}
