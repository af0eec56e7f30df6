namespace Marshrut.Rules.Profiling.Questionnaires;

/// <summary>Changes of a draft, one at a time. Each gives a new draft; what cannot be done leaves it as it was.</summary>
public static class QuestionnaireEditing
{
    /// <summary>An empty one, with the question that finds out the five mandatory requests.</summary>
    public static Questionnaire Empty(string code, IReadOnlyList<RouteStage> stages) => new(code, 0, "", stages, [new QuestionSection(null, [ReadyQuestionnaires.Help() with { Code = CodeOf(1) }])]);

    /// <summary>The code of the N-th question that a draft ever had: a code never comes back, so that versions can be compared.</summary>
    public static string CodeOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"q{number}");

    /// <summary>How many questions a draft had at least, so that the next code is free.</summary>
    public static int MadeIn(Questionnaire draft) => draft.Questions
        .Select(question => question.Code is ['q', .. var number] && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var made) ? made : 0)
        .Append(draft.Questions.Count()).Max();

    public static Questionnaire AddSection(Questionnaire draft, string? title) => draft with { Sections = [.. draft.Sections, new QuestionSection(title, [])] };

    public static Questionnaire RenameSection(Questionnaire draft, int section, string? title) => Change(draft, section, one => one with { Title = title });

    /// <summary>Its questions go to the section before it, or after it where it is the first; the last section stays.</summary>
    public static Questionnaire RemoveSection(Questionnaire draft, int section)
    {
        if (draft.Sections.Count < 2 || section < 0 || section >= draft.Sections.Count)
        {
            return draft;
        }

        var sections = draft.Sections.ToList();
        var orphans = sections[section].Questions;
        sections.RemoveAt(section);
        var heir = Math.Max(section - 1, 0);
        sections[heir] = sections[heir] with { Questions = section == 0 ? [.. orphans, .. sections[heir].Questions] : [.. sections[heir].Questions, .. orphans] };
        return draft with { Sections = sections };
    }

    /// <summary>Replaces the question of the same code where it stands; else adds it to the end of the section.</summary>
    public static Questionnaire Put(Questionnaire draft, int section, Question question) => draft.Questions.Any(one => one.Code == question.Code)
        ? draft with { Sections = [.. draft.Sections.Select(one => one with { Questions = [.. one.Questions.Select(known => known.Code == question.Code ? question : known)] })] }
        : Change(draft, Math.Clamp(section, 0, draft.Sections.Count - 1), one => one with { Questions = [.. one.Questions, question] });

    /// <summary>Who hung on it is asked always.</summary>
    public static Questionnaire Remove(Questionnaire draft, string code) => draft with
    {
        Sections = [.. draft.Sections.Select(section => section with
        {
            Questions = [.. section.Questions.Where(one => one.Code != code).Select(one => one.When?.Question == code ? one with { When = null } : one)],
        })],
    };

    /// <summary>One place up or down, over the border of a section too.</summary>
    public static Questionnaire Move(Questionnaire draft, string code, bool up)
    {
        var sections = draft.Sections.Select(section => section.Questions.ToList()).ToList();
        var at = sections.FindIndex(questions => questions.Exists(one => one.Code == code));
        if (at < 0)
        {
            return draft;
        }

        var from = sections[at];
        var place = from.FindIndex(one => one.Code == code);
        var question = from[place];
        var step = up ? -1 : 1;
        if (place + step >= 0 && place + step < from.Count)
        {
            from.RemoveAt(place);
            from.Insert(place + step, question);
        }
        else if (at + step >= 0 && at + step < sections.Count)
        {
            from.RemoveAt(place);
            sections[at + step].Insert(up ? sections[at + step].Count : 0, question);
        }

        return draft with { Sections = [.. draft.Sections.Zip(sections, (section, questions) => section with { Questions = questions })] };
    }

    private static Questionnaire Change(Questionnaire draft, int section, Func<QuestionSection, QuestionSection> change) =>
        draft with { Sections = [.. draft.Sections.Select((one, index) => index == section ? change(one) : one)] };
}
