using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Marshrut.Web.Infrastructure.Forms;

/// <summary>
/// «Роль выдана.»: what a post did, or why it did nothing, said on the page that it leads to (partial <c>_Done</c>). Never carries personal values: it
/// travels in a cookie.
/// </summary>
public static class DoneNotes
{
    private const string Key = "done";
    private const string ToneKey = "done-tone";

    public static void TellDone(this PageModel page, string sentence, Tone tone = Tone.Good) =>
        (page.TempData[Key], page.TempData[ToneKey]) = (sentence, tone.ToString());

    /// <summary>The press did nothing: «Файл уже записан».</summary>
    public static void TellRefused(this PageModel page, string sentence) => page.TellDone(sentence, Tone.Wait);

    public static (string Sentence, Tone Tone)? Read(ITempDataDictionary notes) => notes[Key] is string sentence
        ? (sentence, Enum.TryParse<Tone>(notes[ToneKey] as string, out var tone) ? tone : Tone.Good)
        : null;
}
