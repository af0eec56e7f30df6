using System.Globalization;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Responses;

/// <summary>Answers as people write them, and as they are kept: a day in ISO, an organisation and a programme by code.</summary>
public sealed class ReadAnswers(MarshrutDb db) : IUseCase
{
    /// <summary>What the questions of a directory are answered from; read only where there are such questions.</summary>
    public async Task<AnswerDirectories> Directories(Questionnaire questionnaire, CancellationToken cancel)
    {
        var kinds = questionnaire.Questions.Select(question => question.Kind).Where(kind => kind.IsOfDirectory).ToHashSet();
        if (kinds.Count == 0)
        {
            return AnswerDirectories.None;
        }

        var region = db.Scope.RegionCode;
        var organizations = !kinds.Contains(QuestionKind.Organization) ? [] : await db.Organizations.AsNoTracking()
            .Where(row => row.RegionCode == region).OrderBy(row => row.Name).ThenBy(row => row.Id).ToDictionaryAsync(row => row.Code, row => row.Name, cancel);
        var programmes = !kinds.Contains(QuestionKind.Programme) ? [] : await db.Programmes.AsNoTracking()
            .OrderBy(row => row.Code).ToDictionaryAsync(row => row.Code, row => row.Name, cancel);
        return new AnswerDirectories(organizations, programmes);
    }

    /// <param name="questionnaire">Its version.</param>
    /// <param name="typed">Question → what a form sent.</param>
    /// <param name="directories">Of the questionnaire.</param>
    /// <returns>What cannot be read stays as it was typed: the problem then names it.</returns>
    public static Answers Tidy(Questionnaire questionnaire, IReadOnlyDictionary<string, string[]> typed, AnswerDirectories directories)
    {
        var given = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var question in questionnaire.Questions)
        {
            var values = (typed.GetValueOrDefault(question.Code) ?? []).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value.Trim()).Distinct().ToList();
            if (values.Count > 0)
            {
                given[question.Code] = question.Kind switch
                {
                    QuestionKind.Date => [RussianDates.TryParse(values[0], out var day) ? day.ToString(ResponseReading.DateForm, CultureInfo.InvariantCulture) : values[0]],
                    QuestionKind.Organization or QuestionKind.Programme => [directories.Find(question.Kind, values[0]) ?? values[0]],
                    _ => values,
                };
            }
        }

        return new Answers(given);
    }

    /// <summary>An answer as people read it; empty: none.</summary>
    public static string Words(Question question, IReadOnlyList<string> given, AnswerDirectories directories) => string.Join("; ", given.Select(value => question.Kind switch
    {
        QuestionKind.Date => DateOnly.TryParseExact(value, ResponseReading.DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Russian.Date(day) : value,
        QuestionKind.Programme => directories.Programmes.TryGetValue(value, out var name) ? $"{value} {name}" : value,
        QuestionKind.Organization => directories.Organizations.GetValueOrDefault(value, value),
        QuestionKind.Scale => $"{value} из {question.Options.Count}",
        _ => question.Options.FirstOrDefault(option => option.Code == value)?.Text ?? value,
    }));
}
