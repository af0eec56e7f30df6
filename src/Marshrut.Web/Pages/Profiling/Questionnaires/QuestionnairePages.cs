using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Profiling.Questionnaires;

/// <summary>What the pages of questionnaires share: where they lead, and the words of what a question does.</summary>
public abstract class QuestionnairePages(Workplace workplace) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/questionnaires";

    public bool MayEdit => workplace.Can(Permission.EditPeople);

    protected Workplace Workplace => workplace;

    public string EditHref(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");

    public string PreviewHref(string code) => $"{Path}/preview/{code}";

    public static string StageWords(IReadOnlyList<RouteStage> stages) => string.Join(", ", stages.Select(stage => RouteStages.Title(stage).ToLowerInvariant()));

    /// <summary>«Опыт по специальности: да».</summary>
    public static string FeedWords(FactFeed feed) => $"{FactTitle(feed.Fact)}: {FactAnswers.Title(feed.Value)}";

    public static string FactTitle(FactCode fact) => Characteristics.Of(fact).ImportHeader ?? Characteristics.Of(fact).Title;

    /// <summary>What answers of a question lead to; empty: nothing but themselves.</summary>
    public static IReadOnlyList<string> Effects(Question question, IReadOnlyList<RequestTypeLine> requests)
    {
        var facts = question.Options.Select(option => option.Feed?.Fact).OfType<FactCode>().Distinct().Select(fact => $"сведение «{FactTitle(fact)}»");
        var made = question.Options.Select(option => option.Request).Append(question.Request).OfType<string>().Distinct().ToList();
        string[] words = made.Count switch
        {
            0 => [],
            1 => [$"запрос «{requests.FirstOrDefault(type => type.Code == made[0])?.Title ?? made[0]}»"],
            _ => [$"запросов: {made.Count}"],
        };
        return [.. facts, .. words];
    }
}
