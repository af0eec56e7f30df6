using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Responses;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Profiling.Questionnaires;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Answering;

/// <summary>A person answers: first what it is about and the agreement to it, then the questions; what is answered is kept at each step.</summary>
[AllowAnonymous]
public sealed class AnswersModel(ActingScope scope, OpenInvitation open, AnswerByLink answer, RecordResponse record, AnsweringSession session) : AnsweringPages(scope)
{
    /// <summary>Question → codes or words, as the form sends them.</summary>
    [BindProperty]
    public Dictionary<string, string[]> A { get; set; } = [];

    /// <summary>Who agrees for somebody under 18.</summary>
    [BindProperty]
    public string? Representative { get; set; }

    public OpenedInvitation Opened { get; private set; } = null!;

    public AnsweringForm? Form { get; private set; }

    public IReadOnlyList<ConsentPart> Consent => AnswerConsent.Of(Opened.Questionnaire, Opened.Organization, QuestionnairePages.FactTitle);

    public bool HasAnswered => Opened.Invitation is { State: InvitationState.Answered, AgreedAt: null };

    private string Path => Here(AnswersPath);

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ? Draw(null) : Redirect(Here(Entry));

    /// <summary>Agrees that the answers are taken down.</summary>
    public async Task<IActionResult> OnPostAgree(CancellationToken cancel)
    {
        if (!await Load(cancel))
        {
            return Redirect(Here(Entry));
        }

        try
        {
            await answer.Agree(Opened.Invitation.Id, Representative, cancel);
            return Redirect(Path);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, nameof(Representative));
        }
    }

    /// <summary>Keeps what was answered so far.</summary>
    public async Task<IActionResult> OnPostKeep(CancellationToken cancel) =>
        await Load(cancel) && await answer.Keep(Opened.Invitation.Id, A ?? [], cancel) ? new NoContentResult() : new ConflictResult();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Load(cancel))
        {
            return Redirect(Here(Entry));
        }

        if (Opened.Invitation.AgreedAt is null)
        {
            return Redirect(HasAnswered ? Here(DonePath) : Path);
        }

        var answers = Opened.With(ReadAnswers.Tidy(Opened.Questionnaire, A ?? [], Opened.Directories));
        ModelState.Clear();
        try
        {
            AnswerByLink.CheckOpen(Opened);
            var problems = ResponseReading.Problems(Opened.Questionnaire, answers, Opened.Directories);
            if (problems.Count > 0)
            {
                Draw(answers, problems);
                return this.NotTaken();
            }

            await record.Record(new ResponseInput(Opened.Invitation.EnrolmentId, Opened.Questionnaire, answers, ResponseWay.ByLink, null, Opened.Invitation.Id), cancel);
            return Redirect(Here(DonePath));
        }
        catch (RuleViolation refusal) when (refusal.Code == "answered-already")
        {
            return Redirect(Here(DonePath));
        }
        catch (RuleViolation refusal)
        {
            Draw(answers);
            return this.NotTaken(refusal);
        }
    }

    /// <summary>Leaves this device.</summary>
    public IActionResult OnPostClose()
    {
        session.End();
        return Redirect(Here(Entry));
    }

    private IActionResult Draw(Answers? answers, IReadOnlyDictionary<string, string>? problems = null)
    {
        Form = Opened is { IsOpen: true, Invitation.AgreedAt: not null }
            ? new AnsweringForm(
                Opened.Questionnaire, Path, answers ?? Opened.Answers, problems ?? new Dictionary<string, string>(), Opened.Directories,
                KeepAction: $"{Path}?handler=Keep", Key: $"{Opened.Invitation.Id}")
            : null;
        return Page();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (session.Invitation() is not { } id || await open.ById(id, cancel) is not { } door)
        {
            return false;
        }

        Enter(door);
        if (await answer.Show(id, cancel) is not { } opened)
        {
            return false;
        }

        Opened = opened;
        return true;
    }
}
