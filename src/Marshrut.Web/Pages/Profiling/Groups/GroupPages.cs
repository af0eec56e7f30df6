using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Pages.Register;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Profiling.Groups;

/// <summary>What the pages of client groups share: where they lead, and what the open fields are called here.</summary>
public abstract class GroupPages(Workplace workplace, ListRuleChoices choices) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/groups";

    public bool MayEdit => workplace.Can(Permission.EditPeople);

    public bool MayExport => workplace.Can(Permission.ExportPeople);

    /// <summary>Whoever reads the journal of the organisation heads it.</summary>
    public bool MayRule => workplace.Can(Permission.SeeJournal);

    public bool ShowsRisk => workplace.Can(Permission.DetermineRisk);

    public bool HandsOver => workplace.HandsOver();

    public string PeopleWord => workplace.People();

    /// <summary>Open field → what it may say here.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RuleChoice>> Open { get; private set; } = new Dictionary<string, IReadOnlyList<RuleChoice>>();

    protected Workplace Workplace => workplace;

    protected long UserId => workplace.User!.Id;

    public string PeopleHref(GroupLine? group, RouteStage? stage = null)
    {
        var values = new Dictionary<string, string?>();
        if (group is not null)
        {
            values[FindCircle.GroupName] = group.Code;
        }

        if (stage is { } known)
        {
            values[FindCircle.StageName] = RuleFields.CodeOf(known);
        }

        return QueryHelpers.AddQueryString(Organization + "/students", values);
    }

    public string EditHref(GroupLine line) => $"{Path}/{line.Code}";

    public string Words(GroupRule rule) => RuleWords.Of(rule, Title);

    protected async Task LoadChoices(CancellationToken cancel) => Open = await choices.List(cancel);

    private string? Title(string field, string code) => Open.GetValueOrDefault(field)?.FirstOrDefault(choice => choice.Code == code)?.Title;
}
