using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>Forms of an agreement that exists: its reason, the version it was filled in from, and how it is told of a colleague's change.</summary>
public abstract class AgreementEditing(Workplace workplace, ShowAgreement show) : AgreementPages(workplace)
{
    [BindProperty]
    [Display(Name = "Причина")]
    [Required(ErrorMessage = Core.Platform.Reason.Asked)]
    public string? Reason { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; } = -1;

    public AgreementView View { get; private set; } = null!;

    /// <summary>Null: nobody changed the agreement while the form was being filled in.</summary>
    public AgreementConflict? Conflict { get; private set; }

    /// <returns>False: the organisation of this page has no such agreement.</returns>
    protected async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    /// <summary>The answer of the use case as a page: done, refused with the typing kept, or told of the other's change first.</summary>
    /// <param name="id">Of the agreement.</param>
    /// <param name="step">Null: there is no such agreement any more.</param>
    /// <param name="done">What to say then.</param>
    protected async Task<IActionResult> Answer(long id, Func<Task<AgreementAnswer?>> step, string done)
    {
        try
        {
            switch (await step())
            {
                case null:
                    return NotFound();
                case { Conflict: { } conflict }:
                    (Conflict, SeenVersion) = (conflict, conflict.NowVersion);
                    ModelState.Clear();
                    TakeOver(conflict);
                    return this.NotTaken();
                default:
                    this.TellDone(done);
                    return Redirect(PathOf(id));
            }
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, AgreementForm.FieldOf(refusal.Code));
        }
    }

    /// <summary>Brings the form up to what stands now, so that a second press writes what its reader sees.</summary>
    protected virtual void TakeOver(AgreementConflict conflict)
    {
    }
}
