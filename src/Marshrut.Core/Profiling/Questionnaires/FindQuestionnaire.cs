using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Questionnaires;

/// <summary>The questionnaires that people of the organisation in scope are asked: own published ones and the ready ones of its kind.</summary>
public sealed class FindQuestionnaire(MarshrutDb db) : IUseCase
{
    /// <param name="code">Of a ready one or an own one.</param>
    /// <param name="version">Null: the latest.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null: there is no such published version here.</returns>
    public async Task<Questionnaire?> Find(string? code, int? version, CancellationToken cancel)
    {
        if (OwnQuestionnaire.IdOf(code) is not { } id)
        {
            return ReadyQuestionnaires.Find(code, version);
        }

        var text = await db.PublishedQuestionnaires.AsNoTracking().Where(row => row.QuestionnaireId == id && (version == null || row.Number == version))
            .OrderByDescending(row => row.Number).Select(row => row.Text).FirstOrDefaultAsync(cancel);
        return text is null ? null : QuestionnaireText.Parse(text);
    }

    /// <summary>What can be asked now: the latest versions, own ones first.</summary>
    public async Task<IReadOnlyList<Questionnaire>> Offered(CancellationToken cancel)
    {
        var isSchool = await IsSchool(cancel);
        var own = await db.PublishedQuestionnaires.AsNoTracking()
            .Where(row => db.OwnQuestionnaires.Any(one => one.Id == row.QuestionnaireId && !one.IsRetired && one.Published == row.Number))
            .OrderBy(row => row.QuestionnaireId).Select(row => row.Text).ToListAsync(cancel);
        return [.. own.Select(QuestionnaireText.Parse).OrderBy(one => one.Title, StringComparer.Ordinal), .. Ready(isSchool)];
    }

    /// <summary>Titles of versions, for lists of responses.</summary>
    internal async Task<IReadOnlyDictionary<(string Code, int Version), string>> Titles(IReadOnlyCollection<(string Code, int Version)> wanted, CancellationToken cancel)
    {
        var ids = wanted.Select(one => OwnQuestionnaire.IdOf(one.Code)).OfType<long>().Distinct().ToList();
        var own = ids.Count == 0 ? [] : await db.PublishedQuestionnaires.AsNoTracking().Where(row => ids.Contains(row.QuestionnaireId)).Select(row => new { row.QuestionnaireId, row.Number, row.Text }).ToListAsync(cancel);
        var titles = own.Where(row => wanted.Contains((OwnQuestionnaire.CodeOf(row.QuestionnaireId), row.Number)))
            .ToDictionary(row => (OwnQuestionnaire.CodeOf(row.QuestionnaireId), row.Number), row => QuestionnaireText.Parse(row.Text).Title);
        foreach (var (code, version) in wanted)
        {
            titles.TryAdd((code, version), ReadyQuestionnaires.Find(code, version)?.Title ?? code);
        }

        return titles;
    }

    internal async Task<bool> IsSchool(CancellationToken cancel) =>
        await db.Organizations.AnyAsync(row => row.Id == db.Scope.OrganizationId && row.Kind == OrganizationKind.School, cancel);

    internal static IEnumerable<Questionnaire> Ready(bool isSchool) => ReadyQuestionnaires.Latest.Where(one => one.Stages.All(stage => stage.IsOfSchool()) == isSchool);
}
