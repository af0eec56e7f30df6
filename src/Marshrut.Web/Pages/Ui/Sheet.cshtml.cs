using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Ui;

/// <summary>The layout of paper.</summary>
[AllowAnonymous]
public sealed class SheetModel : PageModel;
