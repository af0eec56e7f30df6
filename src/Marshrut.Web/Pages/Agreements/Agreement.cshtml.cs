using Marshrut.Core.Agreements;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>One agreement with its history.</summary>
public sealed class AgreementModel(Workplace workplace, Moments moments, ShowAgreement show) : AgreementPages(workplace)
{
    public AgreementView View { get; private set; } = null!;

    public Moments Moments => moments;

    /// <summary>The term made plain; null where nothing can be sent.</summary>
    public string? Example => View.State == AgreementState.InForce
        ? $"список, отправленный сегодня, ждёт ответа до {Russian.DateInWords(View.AnswerBy.Day)}{(View.AnswerBy.IsPreliminary ? " (предварительно: календаря года ещё нет)" : "")}"
        : null;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
