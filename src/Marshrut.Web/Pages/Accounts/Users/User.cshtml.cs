using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Accounts;
using Marshrut.Core.Accounts.SecondStep;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Accounts.Users;

/// <summary>One user: name, roles, way in.</summary>
public sealed class UserModel(
    ShowUser show, ChangeUser change, GiveRole give, WithdrawRole withdraw, BlockUser block, ResetPassword resetPassword, ResetSecondStep resetSecondStep, Workplace workplace) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public UserView View { get; private set; } = null!;

    public RoleForm Input { get; set; } = new();

    public string FullName { get; set; } = "";

    /// <summary>Shown once, after a reset.</summary>
    public string? OneTimePassword { get; private set; }

    public bool IsOneself => workplace.User!.Id == Id;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Load(cancel))
        {
            return NotFound();
        }

        FullName = View.FullName;
        return Page();
    }

    public Task<IActionResult> OnPostRename(string? fullName, CancellationToken cancel)
    {
        FullName = fullName ?? "";
        return Do(() => change.Change(Id, FullName, cancel), "Имя изменено.", nameof(FullName), cancel);
    }

    public async Task<IActionResult> OnPostGive([Bind(Prefix = "Input")] RoleForm input, CancellationToken cancel)
    {
        Input = input;
        if (!ModelState.IsValid)
        {
            return await Load(cancel) ? NotTakenWithName() : NotFound();
        }

        return await Do(() => give.Give(Id, input.Role!.Value, input.Organization, input.Region, input.Restricted, cancel), "Роль выдана.", null, cancel);
    }

    public Task<IActionResult> OnPostWithdraw(long membership, CancellationToken cancel) =>
        Do(() => withdraw.Withdraw(Id, membership, cancel), "Роль снята.", "", cancel);

    public Task<IActionResult> OnPostBlock(CancellationToken cancel) =>
        Do(() => block.Block(Id, true, cancel), "Вход закрыт, сеансы закончены.", "", cancel);

    public Task<IActionResult> OnPostUnblock(CancellationToken cancel) =>
        Do(() => block.Block(Id, false, cancel), "Вход открыт.", "", cancel);

    public Task<IActionResult> OnPostResetSecondStep(CancellationToken cancel) =>
        Do(() => resetSecondStep.Reset(Id, cancel), "Второй шаг снят. Его подключат заново при следующем входе.", "", cancel);

    public async Task<IActionResult> OnPostResetPassword(CancellationToken cancel)
    {
        if (!await Load(cancel))
        {
            return NotFound();
        }

        OneTimePassword = await resetPassword.Reset(Id, cancel);
        await Load(cancel);
        FullName = View.FullName;
        return Page();
    }

    /// <param name="step">The use case.</param>
    /// <param name="done">What to tell when it was done.</param>
    /// <param name="field">Where to show a refusal; null: where its code says.</param>
    /// <param name="cancel">Stops before the save.</param>
    private async Task<IActionResult> Do(Func<Task> step, string done, string? field, CancellationToken cancel)
    {
        try
        {
            await step();
            this.TellDone(done);
            return RedirectToPage();
        }
        catch (RuleViolation refusal)
        {
            if (!await Load(cancel))
            {
                return NotFound();
            }

            FullName = field == nameof(FullName) ? FullName : View.FullName;
            return this.NotTaken(refusal, field ?? RoleFields.Of(refusal.Code));
        }
    }

    private PageResult NotTakenWithName()
    {
        FullName = View.FullName;
        return this.NotTaken();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await show.Show(Id, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    public sealed class RoleForm
    {
        [Required(ErrorMessage = "Выберите роль")]
        public Role? Role { get; set; }

        public string? Organization { get; set; }

        public string? Region { get; set; }

        public bool Restricted { get; set; }
    }
}
