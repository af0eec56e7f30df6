using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Accounts.Users;

/// <summary>Adds a user and shows the one-time password once.</summary>
public sealed class AddModel(AddUser add) : PageModel
{
    [BindProperty]
    public UserForm Input { get; set; } = new();

    public AddedUser? Added { get; private set; }

    /// <param name="org">Code of the organisation to begin with.</param>
    public void OnGet(string? org) => Input.Organization = org;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        try
        {
            Added = await add.Add(new NewUser(Input.Login, Input.Role!.Value, Input.Organization, Input.Region, Input.FullName, null, Input.Restricted), cancel);
            return Page();
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, RoleFields.Of(refusal.Code));
        }
    }

    public sealed class UserForm
    {
        [Display(Name = "Фамилия, имя, отчество")]
        [Required(ErrorMessage = "Напишите фамилию, имя и отчество")]
        [StringLength(ChangeUser.NameLength, ErrorMessage = "Имя длинное: не больше {1} знаков")]
        public string FullName { get; set; } = "";

        [Display(Name = "Логин")]
        [Required(ErrorMessage = "Придумайте логин, например o.melnikova")]
        public string Login { get; set; } = "";

        [Display(Name = "Роль")]
        [Required(ErrorMessage = "Выберите роль")]
        public Role? Role { get; set; }

        [Display(Name = "Код организации")]
        public string? Organization { get; set; }

        [Display(Name = "Код региона")]
        public string? Region { get; set; }

        [Display(Name = "Допуск к закрытым сведениям")]
        public bool Restricted { get; set; }
    }
}
