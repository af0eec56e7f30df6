using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Responses;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Responses;

/// <summary>A specialist fills in a questionnaire with a person, by telephone or face to face: a question that hangs on another appears when it is to be asked.</summary>
public sealed class FillModel(Workplace workplace, FindCardName person, FindQuestionnaire questionnaires, ReadAnswers read, RecordResponse record) : ResponsePages(workplace, person)
{
    private Answers? answered;
    private AnswerDirectories directories = AnswerDirectories.None;

    /// <summary>Question → codes or words, as the form sends them.</summary>
    [BindProperty]
    public Dictionary<string, string[]> A { get; set; } = [];

    [BindProperty]
    public ResponseWay Way { get; set; } = ResponseWay.ByPhone;

    [BindProperty]
    public string? On { get; set; }

    /// <summary>The version that the form shows: it may have changed since.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>();

    public string Here => $"{Card}/answers/{Questionnaire.Code}";

    /// <summary>The sections with the questions that are to be asked after what was answered so far.</summary>
    public IEnumerable<(string? Title, IReadOnlyList<Question> Questions)> Sections()
    {
        var asked = ResponseReading.Asked(Questionnaire, Answered).ToHashSet();
        return Questionnaire.Sections.Select(section => (section.Title, (IReadOnlyList<Question>)[.. section.Questions.Where(asked.Contains)]));
    }

    public AskedQuestion Asked(Question question, int number) => new(question, number, Answered.Of(question.Code), Problems.GetValueOrDefault(question.Code), directories, IsLarge: false);

    public async Task<IActionResult> OnGet(long id, string code, CancellationToken cancel)
    {
        if (!await Load(id, code, null, cancel))
        {
            return NotFound();
        }

        Version = Questionnaire.Version;
        return Page();
    }

    /// <summary>Something was answered: the questions that hang on it come and go.</summary>
    public async Task<IActionResult> OnPostRefresh(long id, string code, CancellationToken cancel)
    {
        if (!await Load(id, code, Version, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, string code, CancellationToken cancel)
    {
        if (!await Load(id, code, Version, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        try
        {
            Problems = ResponseReading.Problems(Questionnaire, Answered, directories);
            var day = string.IsNullOrWhiteSpace(On) ? (DateOnly?)null
                : RussianDates.TryParse(On.Trim(), out var typed) ? typed
                : throw new RuleViolation("on-unusable", $"Не поняли дату «{On.Trim()}». Напишите её так: 01.12.2026.");
            if (await record.Record(new ResponseInput(id, Questionnaire, Answered, Way, day), cancel) is not { } done)
            {
                return NotFound();
            }

            this.TellDone(Words(done));
            return Redirect(Card);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal);
        }
    }

    private static string Words(RecordedResponse done) =>
        "Ответы записаны."
        + (done.Facts > 0 ? $" Изменилось: {Russian.Count(done.Facts, "сведение", "сведения", "сведений")}." : "")
        + (done.Requests > 0 ? $" Записано: {Russian.Count(done.Requests, "запрос", "запроса", "запросов")}." : "")
        + (done.IsDetermined ? " Уровень определён заново." : "");

    private Answers Answered => answered ??= ReadAnswers.Tidy(Questionnaire, A ?? [], directories);

    private async Task<bool> Load(long id, string code, int? version, CancellationToken cancel)
    {
        if (await questionnaires.Find(code, version, cancel) is not { } found || !await LoadCard(id, cancel))
        {
            return false;
        }

        Questionnaire = found.WithoutConsents();
        directories = await read.Directories(found, cancel);
        return true;
    }
}
