using Marshrut.Core.Platform;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>The sandbox of the methodologist: other parameters on the whole region, counts only (R47); what is good becomes a draft of a version.</summary>
public sealed class SandboxModel(ShowMethodology show, ListProposals proposals, TryInRegion trial, DraftFromTrial draft, Workplace workplace) : PageModel
{
    /// <summary>The version in force.</summary>
    public MethodologyView View { get; private set; } = null!;

    /// <summary>The version whose parameters the form began with.</summary>
    public MethodologyView Source { get; private set; } = null!;

    public TrialForm Form { get; private set; } = null!;

    public RegionTrial? Trial { get; private set; }

    public string Methodology => $"/r/{workplace.RegionCode}/methodology";

    public string Place => Methodology + "/sandbox";

    public async Task<IActionResult> OnGet(long? version, long? proposal, [Bind(Prefix = "Input")] MethodologyForm input, CancellationToken cancel) =>
        await Load(version, proposal, input, cancel) is { } answer ? answer.Page : NotFound();

    public async Task<IActionResult> OnPostDraft(long? version, long? proposal, [Bind(Prefix = "Input")] MethodologyForm input, CancellationToken cancel)
    {
        if (await Load(version, proposal, input, cancel) is not { } answer)
        {
            return NotFound();
        }

        if (answer.Parameters is not { } parameters)
        {
            return this.NotTaken();
        }

        try
        {
            var made = await draft.Draft(Source.Version.Id, parameters, cancel);
            this.TellDone($"Сделан черновик: версия {made.Number}. Осталось назвать причину, документ и день, с которого она действует.");
            return Redirect(FormattableString.Invariant($"{Methodology}/{made.Id}/activate"));
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }
    }

    private async Task<(MethodologyParameters? Parameters, PageResult Page)?> Load(long? version, long? proposal, MethodologyForm input, CancellationToken cancel)
    {
        View = (await show.Show(null, cancel))!;
        if (await show.Show(version, cancel) is not { } source)
        {
            return null;
        }

        Source = source;
        var started = source.Parameters;
        if (proposal is { } id)
        {
            if (await proposals.Parameters(id, cancel) is not { } proposed)
            {
                return null;
            }

            started = proposed;
        }

        if (!TrialForm.IsFilled(input))
        {
            ModelState.Clear();
            input = MethodologyForm.Of(started);
        }

        Form = new TrialForm(Place, input, View.Parameters, Request.Query);
        if (ModelState.IsValid && input.ApplyTo(started) is { } parameters)
        {
            try
            {
                Trial = await trial.Try(parameters, cancel);
                return (parameters, Page());
            }
            catch (RuleViolation refusal)
            {
                ModelState.AddModelError("", refusal.Message);
            }
        }
        else if (ModelState.IsValid)
        {
            ModelState.AddModelError("Input.Ratio", "Множитель не читается. Напишите число, например 2 или 1,6");
        }

        return (null, Page());
    }
}
