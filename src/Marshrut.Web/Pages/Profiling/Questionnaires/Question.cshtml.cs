using Marshrut.Core.Platform;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Pages.Profiling.Responses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Profiling.Questionnaires;

/// <summary>One question of a draft: its words and answers, what they feed, when it is asked; beside it, how a phone shows it.</summary>
public sealed class QuestionModel(Workplace workplace, ShowDraft show, ChangeQuestionnaire change) : QuestionnairePages(workplace)
{
    /// <summary>In addresses, in place of a code.</summary>
    public const string New = "new";

    private ShownDraft shown = null!;

    [BindProperty]
    public QuestionDraft Input { get; set; } = new();

    /// <summary>The version that the form was filled in for.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>To which section a new one goes, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int Section { get; set; }

    public string Code { get; private set; } = "";

    public bool IsNew => Code == New;

    public Questionnaire Draft => shown.Draft;

    public bool HasPoints => Draft.RiskFrom is not null;

    public string Up => EditHref(shown.Row.Id);

    public string Here => $"{Up}/questions/{Code}";

    public string DraftTitle => Draft.Title.Length > 0 ? Draft.Title : "Новая анкета";

    public AskedQuestion Sample => new(Input.Question(IsNew ? "sample" : Code, HasPoints) is { Text.Length: > 0 } question ? question : Input.Question("sample", HasPoints) with { Text = "Вопрос" }, 1, [], null, AnswerDirectories.None, IsLarge: true);

    /// <summary>Questions above, which this one may hang on.</summary>
    public IReadOnlyList<Question> Earlier => [.. Draft.Questions.TakeWhile(question => question.Code != Code).Where(question => question.Kind.Feeds)];

    public Question? WhenQuestion => Earlier.FirstOrDefault(question => question.Code == Input.WhenQuestion);

    public IEnumerable<SelectListItem> KindItems => QuestionDraft.Offered.Select(kind => new SelectListItem(QuestionKinds.Title(kind), kind.ToString(), kind == Input.Kind));

    public IEnumerable<SelectListItem> WhenItems => Earlier.Select(question => new SelectListItem(question.Text, question.Code, question.Code == Input.WhenQuestion));

    public static IEnumerable<SelectListItem> MonthItems(int chosen) => new[] { 1, 3, 6, 12 }.Append(chosen).Distinct().Order().Select(months => new SelectListItem(Russian.Count(months, "месяц", "месяца", "месяцев"), $"{months}", months == chosen));

    /// <summary>«Опыт по специальности: да», by the fact.</summary>
    public static IEnumerable<IGrouping<string, (string Code, string Title)>> Feeds { get; } = QuestionnaireProblems.Facts
        .SelectMany(fact => FactAnswers.Of(fact).Select(value => new FactFeed(fact, value)))
        .GroupBy(feed => FactTitle(feed.Fact), feed => (QuestionDraft.CodeOf(feed), FactAnswers.Title(feed.Value)))
        .ToList();

    public IEnumerable<SelectListItem> RequestItems(string? chosen) => shown.Requests.Where(type => !type.IsRetired || type.Code == chosen)
        .Select(type => new SelectListItem(type.Title + (type.IsMandatory ? " (обязательный)" : ""), type.Code, type.Code == chosen));

    public async Task<IActionResult> OnGet(long id, string code, CancellationToken cancel)
    {
        if (!await Load(id, code, cancel))
        {
            return NotFound();
        }

        Seen = shown.Row.Version;
        Input = IsNew ? QuestionDraft.Empty() : QuestionDraft.Of(Draft.Questions.First(question => question.Code == code));
        return Page();
    }

    /// <summary>The kind or the condition was changed: other fields.</summary>
    public Task<IActionResult> OnPostRefresh(long id, string code, CancellationToken cancel) => Redraw(id, code, () => { }, cancel);

    public Task<IActionResult> OnPostAddOption(long id, string code, CancellationToken cancel) => Redraw(id, code, () => Input.Options.Add(new OptionDraft()), cancel);

    public Task<IActionResult> OnPostRemoveOption(long id, string code, int option, CancellationToken cancel) => Redraw(
        id,
        code,
        () =>
        {
            if (option >= 0 && option < Input.Options.Count)
            {
                Input.Options.RemoveAt(option);
            }
        },
        cancel);

    public async Task<IActionResult> OnPostSave(long id, string code, CancellationToken cancel)
    {
        if (!await Load(id, code, cancel))
        {
            return NotFound();
        }

        Input.Tidy();
        ModelState.Clear();
        try
        {
            if (QuestionnaireProblems.OfQuestion(Input.Question(code, HasPoints)).FirstOrDefault() is { } problem)
            {
                throw new RuleViolation("question-unready", $"{char.ToUpperInvariant(problem[0])}{problem[1..]}");
            }

            if (!await change.Change(id, Seen, (draft, next) => QuestionnaireEditing.Put(draft, Section, Input.Question(IsNew ? next : code, HasPoints)), cancel))
            {
                return NotFound();
            }

            this.TellDone(IsNew ? "Вопрос добавлен." : "Вопрос изменён.");
            return Redirect(Up);
        }
        catch (RuleViolation refusal)
        {
            // The next press knows what was told.
            Seen = shown.Row.Version;
            return this.NotTaken(refusal);
        }
    }

    private async Task<IActionResult> Redraw(long id, string code, Action alter, CancellationToken cancel)
    {
        if (!await Load(id, code, cancel))
        {
            return NotFound();
        }

        Input.Tidy();
        alter();
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> Load(long id, string code, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } found || (code != New && found.Draft.Questions.All(question => question.Code != code)))
        {
            return false;
        }

        (shown, Code) = (found, code);
        return true;
    }
}
