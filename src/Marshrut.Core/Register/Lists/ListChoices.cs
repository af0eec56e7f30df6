using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Lists;

/// <summary>What the filters of a list offer, from the register itself, and the numbers on its tabs.</summary>
/// <param name="Programmes">Code and name; the code alone where the directory does not know it.</param>
public sealed record EnrolmentChoices(
    IReadOnlyList<(string Code, string Name)> Programmes, IReadOnlyList<string> Groups, IReadOnlyList<int> Courses, IReadOnlyList<int> Years);

/// <summary>Numbers on the tabs, each up to <see cref="ListEnrolments.CountLimit"/> exact.</summary>
/// <param name="NotAssessed">N of the year's duty (<see cref="RiskDuty"/>).</param>
public sealed record EnrolmentTabs(int All, int LastCourseHigh, int WithoutConsent, int NotAssessed);

/// <summary>Reads the choices and the tabs of the organisation in scope: three commands.</summary>
public sealed class ListChoices(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public async Task<(EnrolmentChoices Choices, EnrolmentTabs Tabs)> Read(CancellationToken cancel)
    {
        var seen = await (
            from enrolment in db.Enrolments
            join known in db.Programmes on enrolment.ProgrammeCode equals known.Code into programmes
            from programme in programmes.DefaultIfEmpty()
            select new { enrolment.ProgrammeCode, programme.Name, enrolment.Group, enrolment.Course, enrolment.GraduationYear })
            .Distinct()
            .ToListAsync(cancel);
        var choices = new EnrolmentChoices(
            [.. seen.Where(row => row.ProgrammeCode.Length > 0).DistinctBy(row => row.ProgrammeCode).OrderBy(row => row.ProgrammeCode, StringComparer.Ordinal)
                .Select(row => (row.ProgrammeCode, (string?)row.Name is { } name ? $"{row.ProgrammeCode} {name}" : row.ProgrammeCode))],
            [.. seen.Select(row => row.Group).OfType<string>().Distinct().Order(StringComparer.CurrentCulture)],
            [.. seen.Select(row => row.Course).OfType<int>().Distinct().Order()],
            [.. seen.Select(row => row.GraduationYear).Distinct().Order()]);
        return (choices, await Tabs(cancel));
    }

    private async Task<EnrolmentTabs> Tabs(CancellationToken cancel)
    {
        var today = clock.Today();
        var latest = LastCourse.LatestGraduationYear(today);
        var counts = await EnrolmentLines.Of(db)
            .GroupBy(_ => 1)
            .Select(all => new
            {
                All = all.Count(),
                LastCourseHigh = all.Count(line => line.IsHigh == true && line.GraduationYear <= latest
                    && (line.Status == EnrolmentStatus.Studying || line.Status == EnrolmentStatus.AcademicLeave)),
                WithoutConsent = all.Count(line => line.TransferConsentOn == null),
            })
            .SingleOrDefaultAsync(cancel);
        return counts is null
            ? new EnrolmentTabs(0, 0, 0, 0)
            : new EnrolmentTabs(
                counts.All, counts.LastCourseHigh, counts.WithoutConsent, await db.Enrolments.OnDuty(db, today).CountAsync(row => !row.IsDone, cancel));
    }
}
