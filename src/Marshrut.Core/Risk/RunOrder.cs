namespace Marshrut.Core.Risk;

/// <summary>Ids come from blocks of each process, so that a later row may have the smaller one: what came last is told by the moment.</summary>
internal static class RunOrder
{
    public static IQueryable<AssessmentRun> LatestFirst(this IQueryable<AssessmentRun> runs) => runs.OrderByDescending(row => row.At).ThenByDescending(row => row.Id);

    public static IQueryable<Assessment> LatestFirst(this IQueryable<Assessment> assessments) =>
        assessments.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
}
