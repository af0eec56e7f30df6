using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Groups;

/// <summary>«Анализ»: stage × group × requests × risk in one table.</summary>
public sealed class AnalysisModel(Workplace workplace, ListRuleChoices choices, AnalyseGroups analyse, ExportAnalysis export) : GroupPages(workplace, choices)
{
    public GroupAnalysis Found { get; private set; } = null!;

    public string Context => Found.Total.People == 0 ? "" : $"В реестре {Russian.Count(Found.Total.People, "человек", "человека", "человек")}. Один человек бывает в нескольких группах";

    public async Task OnGet(CancellationToken cancel) => Found = await analyse.Analyse(UserId, cancel);

    [Requires(Permission.ExportPeople)]
    public async Task<IActionResult> OnPostExport(CancellationToken cancel) => await this.Table("groups-analysis.xlsx", output => export.Write(UserId, ShowsRisk, output, cancel));
}
