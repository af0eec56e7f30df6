using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Risk.Methodologies.Region;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Own;

/// <summary>The sandbox of an organisation: other parameters on its own people, at once and by name; changes nobody.</summary>
public sealed class SandboxModel(ShowMethodology show, TryMethodology trial, ProposeMethodology propose, Workplace workplace) : PageModel
{
    public MethodologyView View { get; private set; } = null!;

    public TrialForm Form { get; private set; } = null!;

    /// <summary>Null: the parameters cannot be read or used.</summary>
    public MethodologyTrial? Trial { get; private set; }

    public string? By { get; private set; }

    public string? Who { get; private set; }

    public string? Reason { get; private set; }

    public bool MayPropose => workplace.Can(Permission.AdoptCharacteristics);

    public string Methodology => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/methodology";

    public string Place => Methodology + "/sandbox";

    public string PersonHref(TrialPerson person) => PersonLinks.Card(workplace.OrganizationCode, person.EnrolmentId);

    public async Task<IActionResult> OnGet([Bind(Prefix = "Input")] MethodologyForm input, string? by, string? who, CancellationToken cancel)
    {
        await Load(input, by, who, cancel);
        return Page();
    }

    [Requires(Permission.AdoptCharacteristics)]
    public async Task<IActionResult> OnPostPropose([Bind(Prefix = "Input")] MethodologyForm input, string? reason, string? by, string? who, CancellationToken cancel)
    {
        Reason = reason;
        if (await Load(input, by, who, cancel) is not { } parameters)
        {
            return this.NotTaken();
        }

        try
        {
            await propose.Propose(parameters, reason, cancel);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, refusal.Code is "no-reason" or "reason-long" ? "Reason" : "");
        }

        this.TellDone("Предложение отправлено методисту. Ответ появится на этой странице.");
        return Redirect(Methodology);
    }

    private async Task<MethodologyParameters?> Load(MethodologyForm input, string? by, string? who, CancellationToken cancel)
    {
        View = (await show.Show(null, cancel))!;
        (By, Who) = (by, who);
        if (!TrialForm.IsFilled(input))
        {
            ModelState.Clear();
            input = MethodologyForm.Of(View.Parameters);
        }

        Form = new TrialForm(Place, input, View.Parameters, Request.Query);
        if (!ModelState.IsValid)
        {
            return null;
        }

        if (input.ApplyTo(View.Parameters) is not { } parameters)
        {
            ModelState.AddModelError("Input.Ratio", "Множитель не читается. Напишите число, например 2 или 1,6");
            return null;
        }

        try
        {
            Trial = await trial.Try(parameters, null, cancel, who switch { "entering" => true, "leaving" => false, _ => null });
            return parameters;
        }
        catch (RuleViolation refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return null;
        }
    }
}
