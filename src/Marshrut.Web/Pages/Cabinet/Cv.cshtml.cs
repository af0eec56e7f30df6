using Marshrut.Core.Cabinet.Cvs;
using Marshrut.Core.Platform;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>«Моё резюме»: a form, kept whenever it is sent, finished when an employer can read it; a print page and a DOCX of it.</summary>
[AllowAnonymous]
public sealed class CvModel(ShowCv show, WriteCv write) : CabinetPages
{
    [BindProperty]
    public CvForm Input { get; set; } = new();

    [BindProperty]
    public int Seen { get; set; }

    public CvPaper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Paper = (await show.Show(Own.EnrolmentId, cancel))!;
        (Input, Seen) = (CvForm.Of(Paper.Content), Paper.Version);
        return Page();
    }

    public async Task<IActionResult> OnGetFile(CancellationToken cancel)
    {
        var file = new MemoryStream();
        CvDocument.Write((await show.Show(Own.EnrolmentId, cancel))!, file);
        file.Position = 0;
        return File(file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Резюме.docx");
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Write(isReady: false, "Сохранено. Вернитесь, когда будет что добавить.", cancel);

    /// <summary>Saves, and one more place of work or practice can be written.</summary>
    public Task<IActionResult> OnPostMore(CancellationToken cancel) => Write(isReady: false, "Сохранено.", cancel);

    public Task<IActionResult> OnPostReady(CancellationToken cancel) => Write(isReady: true, "Резюме готово. Теперь его можно скачать и отправить работодателю.", cancel);

    private async Task<IActionResult> Write(bool isReady, string done, CancellationToken cancel)
    {
        ModelState.Clear();
        Input.Tidy();
        try
        {
            var missing = await write.Write(Own, new CvInput(Input.Content(), isReady, Seen), cancel);
            if (missing.Count > 0)
            {
                Paper = (await show.Show(Own.EnrolmentId, cancel))!;
                Seen = Paper.Version;
                ModelState.AddModelError("", $"Чтобы резюме было готово, напишите {Russian.List(missing)}. Написанное сохранено.");
                return this.NotTaken();
            }
        }
        catch (RuleViolation refusal)
        {
            Paper = (await show.Show(Own.EnrolmentId, cancel))!;
            return this.NotTaken(refusal);
        }

        this.TellDone(done);
        return Redirect(Here("/my/cv"));
    }
}
