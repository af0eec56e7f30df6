using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Marshrut.Web.Infrastructure.Forms;

/// <summary>«Роль выдана.»: what a post did, said on the page that it leads to (partial <c>_Done</c>). Never carries personal values: it travels in a cookie.</summary>
public static class DoneNotes
{
    private const string Key = "done";

    public static void TellDone(this PageModel page, string sentence) => page.TempData[Key] = sentence;

    public static string? Read(ITempDataDictionary notes) => notes[Key] as string;
}
