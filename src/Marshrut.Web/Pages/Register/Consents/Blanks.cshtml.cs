using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.People;
using Marshrut.Core.Register.Consents;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Register.Consents;

/// <summary>Consents for a whole group to sign, one sheet a person.</summary>
public sealed class BlanksModel(Workplace workplace, PrintConsentBlanks print, ListTransferRecipients recipients) : ConsentPages(workplace)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ConsentQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public long[] Ids { get; set; } = [];

    /// <summary>The employment centre that the sheets name; null: the only one there is, or a line to write on.</summary>
    [BindProperty(SupportsGet = true)]
    public long? To { get; set; }

    public ConsentBlanks Blanks { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> RecipientItems { get; private set; } = [];

    public string Back => Query.First().Href(Path);

    public string TextWords => Blanks.TextNumber == 0 ? "Образец текста" : $"Текст, версия {Blanks.TextNumber}";

    /// <summary>What another choice of the receiver keeps of the address.</summary>
    public IEnumerable<(string Name, string Value)> Kept =>
        Request.Query.Where(pair => pair.Key != "to").SelectMany(pair => pair.Value.OfType<string>().Select(value => (pair.Key, value)));

    [Requires(Permission.ExportPeople)]
    public async Task OnGet(CancellationToken cancel)
    {
        if (Query.Purpose == ConsentPurpose.Transfer)
        {
            var centres = await recipients.List(cancel);
            To = centres is [var only] ? only.Id : centres.FirstOrDefault(centre => centre.Id == To)?.Id;
            RecipientItems = [.. centres.Select(centre => new SelectListItem(centre.Name, centre.Id.ToString(CultureInfo.InvariantCulture), centre.Id == To))];
        }

        Blanks = await print.Print(Ids.Length > 0 ? Query.Filter with { State = null, Group = null, Search = null } : Query.Filter, Ids, To, cancel);
    }
}
