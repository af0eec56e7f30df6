using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Profiling.Answering;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Questionnaires;

/// <summary>How a phone shows a questionnaire, to be pressed through: a draft, or a version. Nothing is kept.</summary>
public sealed class PreviewModel(Workplace workplace, FindQuestionnaire find, ShowDraft drafts, ReadAnswers read) : QuestionnairePages(workplace)
{
    [BindProperty(SupportsGet = true)]
    public bool Draft { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Number { get; set; }

    [BindProperty]
    public Dictionary<string, string[]> A { get; set; } = [];

    public Questionnaire Questionnaire { get; private set; } = null!;

    public AnsweringForm Form { get; private set; } = null!;

    /// <summary>What would follow from the answers; null: they were not sent.</summary>
    public Conclusions? Follows { get; private set; }

    public long? OwnId { get; private set; }

    private string Here => $"{PreviewHref(Questionnaire.Code)}{(Draft ? "?draft=true" : Number is { } number ? $"?version={number}" : "")}";

    public Task<IActionResult> OnGet(string code, CancellationToken cancel) => Show(code, sent: false, cancel);

    public Task<IActionResult> OnPost(string code, CancellationToken cancel) => Show(code, sent: true, cancel);

    private async Task<IActionResult> Show(string code, bool sent, CancellationToken cancel)
    {
        OwnId = OwnQuestionnaire.IdOf(code);
        var found = Draft && OwnId is { } id && MayEdit ? (await drafts.Show(id, cancel))?.Draft : await find.Find(code, Number, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Questionnaire = found;
        var directories = await read.Directories(found, cancel);
        var answers = ReadAnswers.Tidy(found, A ?? [], directories);
        var problems = sent ? ResponseReading.Problems(found, answers, directories) : new Dictionary<string, string>();
        ModelState.Clear();
        Form = new AnsweringForm(found, Here, answers, problems, directories, SendWords: "Отправить (это проба)");
        Follows = sent && problems.Count == 0 ? ResponseReading.Conclude(found, answers) : null;
        return problems.Count > 0 ? this.NotTaken() : Page();
    }
}
