using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Ui;

/// <summary>The layout outside the frame, in two halves. Nobody signs in here.</summary>
[AllowAnonymous]
public sealed class EntryModel : PageModel;
