using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

public sealed record ChosenPerson(long AssessmentId, string LastName, string FirstName, string? Group, bool IsHigh, bool Complete);

/// <summary>The people behind chosen assessments, before a decision on them. Replaced assessments and those of others are not found.</summary>
public sealed class ChosenPeople(MarshrutDb db) : IUseCase
{
    private const int Most = 500;

    public async Task<IReadOnlyList<ChosenPerson>> Find(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var some = ids.Take(Most).ToList();
        return await (
            from assessment in db.Assessments
            join enrolment in db.Enrolments on assessment.EnrolmentId equals enrolment.Id
            join person in db.People on assessment.PersonId equals person.Id
            where assessment.IsCurrent && some.Contains(assessment.Id)
            orderby assessment.SortName, assessment.Id
            select new ChosenPerson(assessment.Id, person.LastName, person.FirstName, enrolment.Group, assessment.IsHigh, assessment.Complete))
            .ToListAsync(cancel);
    }
}
