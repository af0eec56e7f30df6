using Marshrut.Web.Pages.Profiling.Answering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>From the cabinet into the questionnaire of the same invitation.</summary>
[AllowAnonymous]
public sealed class SurveyModel(AnsweringSession answering) : CabinetPages
{
    public IActionResult OnGet() => Redirect(Here(Home));

    public IActionResult OnPost()
    {
        answering.Begin(Own.InvitationId);
        return Redirect(Here(AnsweringPages.AnswersPath));
    }
}
