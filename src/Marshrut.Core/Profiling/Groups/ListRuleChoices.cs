using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling.Groups;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>What the open fields may say in the organisation in scope: field → codes and titles. Three commands.</summary>
public sealed class ListRuleChoices(MarshrutDb db, ListRequestTypes types) : IUseCase
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<RuleChoice>>> List(CancellationToken cancel)
    {
        var studies = await (
            from enrolment in db.Enrolments
            join known in db.Programmes on enrolment.ProgrammeCode equals known.Code into programmes
            from programme in programmes.DefaultIfEmpty()
            select new { enrolment.ProgrammeCode, programme.Name, enrolment.Group })
            .Distinct()
            .ToListAsync(cancel);
        var districts = await db.People.Select(row => new { row.District, row.DistrictAfter }).Distinct().ToListAsync(cancel);
        var requests = (await types.List(cancel)).Select(type => new RuleChoice(type.Code, type.Title)).ToList();
        return new Dictionary<string, IReadOnlyList<RuleChoice>>
        {
            [RuleFields.Programme] = [.. studies.Where(row => row.ProgrammeCode.Length > 0).DistinctBy(row => row.ProgrammeCode).OrderBy(row => row.ProgrammeCode, StringComparer.Ordinal)
                .Select(row => new RuleChoice(row.ProgrammeCode, (string?)row.Name is { } name ? $"{row.ProgrammeCode} {name}" : row.ProgrammeCode))],
            [RuleFields.ProgrammeGroup] = Plain(studies.Where(row => row.ProgrammeCode.Length > 2).Select(row => row.ProgrammeCode[..2])),
            [RuleFields.Group] = Plain(studies.Select(row => row.Group)),
            [RuleFields.District] = Plain(districts.Select(row => row.District)),
            [RuleFields.DistrictAfter] = Plain(districts.Select(row => row.DistrictAfter)),
            [RuleFields.RequestOpen] = requests,
            [RuleFields.RequestMet] = requests,
        };
    }

    private static IReadOnlyList<RuleChoice> Plain(IEnumerable<string?> values) =>
        [.. values.OfType<string>().Distinct().Order(StringComparer.CurrentCulture).Select(value => new RuleChoice(value, value))];
}
