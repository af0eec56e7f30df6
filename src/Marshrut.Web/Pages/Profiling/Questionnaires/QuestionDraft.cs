using System.Globalization;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;

namespace Marshrut.Web.Pages.Profiling.Questionnaires;

/// <summary>An answer as the form of a question holds it.</summary>
public sealed class OptionDraft
{
    /// <summary>Empty: a new one.</summary>
    public string? Code { get; set; }

    public string? Text { get; set; }

    /// <summary>«field-experience=yes»; empty: none.</summary>
    public string? Feed { get; set; }

    public string? Request { get; set; }

    public int Points { get; set; }

    public bool IsAlone { get; set; }
}

/// <summary>A question as its form holds it while it is being written: finished or not.</summary>
public sealed class QuestionDraft
{
    private const int OptionsAtFirst = 3;
    private const int MarksAtFirst = 5;

    /// <summary>A consent is not among them: a link cannot record one yet.</summary>
    public static IReadOnlyList<QuestionKind> Offered { get; } = [.. Enum.GetValues<QuestionKind>().Where(kind => kind != QuestionKind.Consent)];

    public QuestionKind Kind { get; set; } = QuestionKind.One;

    public string? Text { get; set; }

    public string? Help { get; set; }

    public bool IsRequired { get; set; } = true;

    public string? Request { get; set; }

    public int FactMonths { get; set; } = FactEntry.ValidityMonths;

    public int Marks { get; set; } = MarksAtFirst;

    public string? Low { get; set; }

    public string? High { get; set; }

    public string? WhenQuestion { get; set; }

    public string[] WhenOptions { get; set; } = [];

    public List<OptionDraft> Options { get; set; } = [];

    public static QuestionDraft Empty()
    {
        var draft = new QuestionDraft();
        draft.Tidy();
        return draft;
    }

    public static QuestionDraft Of(Question question)
    {
        var draft = new QuestionDraft
        {
            Kind = question.Kind,
            Text = question.Text,
            Help = question.Help,
            IsRequired = question.IsRequired,
            Request = question.Request,
            FactMonths = question.FactMonths,
            Low = question.Low,
            High = question.High,
            WhenQuestion = question.When?.Question,
            WhenOptions = [.. question.When?.Options ?? []],
            Marks = question.Kind == QuestionKind.Scale ? question.Options.Count : MarksAtFirst,
            Options = [.. question.Options.Select(option => new OptionDraft
            {
                Code = option.Code,
                Text = option.Text,
                Feed = option.Feed is { } feed ? CodeOf(feed) : null,
                Request = option.Request,
                Points = option.Points,
                IsAlone = option.IsAlone,
            })],
        };
        draft.Tidy();
        return draft;
    }

    /// <summary>What a form may hold that no hand of ours wrote, and rows that the kind needs: empty ones to write on, or the marks of a scale.</summary>
    public void Tidy()
    {
        Kind = Offered.Contains(Kind) ? Kind : QuestionKind.One;
        WhenOptions ??= [];
        Options = [.. (Options ?? []).OfType<OptionDraft>().Take(QuestionnaireProblems.MostOptions + 1)];
        Marks = Math.Clamp(Marks, QuestionKinds.FewestMarks, QuestionKinds.MostMarks);
        if (Kind == QuestionKind.Scale)
        {
            var known = Options.Where(option => !string.IsNullOrEmpty(option.Code) && option.Code == option.Text).DistinctBy(option => option.Code).ToDictionary(option => option.Code!, StringComparer.Ordinal);
            Options = [.. Enumerable.Range(1, Marks).Select(mark => mark.ToString(CultureInfo.InvariantCulture)).Select(mark => known.GetValueOrDefault(mark) ?? new OptionDraft { Code = mark, Text = mark })];
        }

        // Marks of a scale that has become a list of answers are no answers.
        if (Kind.HasOptions)
        {
            Options.RemoveAll(option => option.Code == option.Text && int.TryParse(option.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        }

        while (Kind.HasOptions && Options.Count < OptionsAtFirst)
        {
            Options.Add(new OptionDraft());
        }
    }

    /// <param name="code">Of the question.</param>
    /// <param name="hasPoints">The questionnaire adds points.</param>
    public Question Question(string code, bool hasPoints) => new(
        code,
        Kind,
        Spaces.Collapse(Text ?? ""),
        Kind.Feeds ? Written(hasPoints) : [],
        IsRequired,
        Words(Help),
        string.IsNullOrEmpty(WhenQuestion) ? null : new AskedWhen(WhenQuestion, WhenOptions),
        Kind.IsChosen || string.IsNullOrEmpty(Request) ? null : Request,
        FactMonths,
        Kind == QuestionKind.Scale ? Words(Low) : null,
        Kind == QuestionKind.Scale ? Words(High) : null);

    public static string CodeOf(FactFeed feed) => $"{Characteristics.Of(feed.Fact).Code}={FactAnswers.Code(feed.Value)}";

    private static FactFeed? FeedOf(string? code) => code?.Split('=') is [var fact, var value] && Characteristics.Find(fact) is { } characteristic
        && FactAnswers.Of((FactCode)characteristic.Number).Where(answer => FactAnswers.Code(answer) == value).Select(answer => (FactValue?)answer).FirstOrDefault() is { } known
            ? new FactFeed((FactCode)characteristic.Number, known)
            : null;

    private static string? Words(string? text) => Spaces.Collapse(text ?? "") is { Length: > 0 } words ? words : null;

    /// <summary>Rows without words are left out; a new one gets a code that no row of the question has.</summary>
    private List<AnswerOption> Written(bool hasPoints)
    {
        var rows = Options.Where(option => !string.IsNullOrWhiteSpace(option.Text)).ToList();
        var taken = rows.Select(option => option.Code).OfType<string>().Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
        var next = 0;
        return rows.ConvertAll(option =>
        {
            var code = option.Code;
            while (string.IsNullOrEmpty(code))
            {
                var fresh = string.Create(CultureInfo.InvariantCulture, $"a{++next}");
                code = taken.Add(fresh) ? fresh : null;
            }

            return new AnswerOption(code, Spaces.Collapse(option.Text!), FeedOf(option.Feed), string.IsNullOrEmpty(option.Request) ? null : option.Request, hasPoints ? option.Points : 0, Kind == QuestionKind.Many && option.IsAlone);
        });
    }
}
