using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Responses;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>A few of the last course whom a specialist called with the ready questionnaire.</summary>
internal sealed class DemoResponses(MarshrutDb db, RecordResponse record, TimeProvider clock)
{
    private const int Called = 8;
    private const string Questionnaire = "last-course";

    private static readonly string[] plans = ["signed", "searching", "unsure", "army", "oral", "study", "searching", "own"];
    private static readonly string[] wishes = ["first-job", "cv", "nothing", "nothing", "interview", "nothing", "practice-or-internship", "entrepreneurship"];

    public async Task Call(CancellationToken cancel)
    {
        var questionnaire = ReadyQuestionnaires.Find(Questionnaire)!;
        var latest = LastCourse.LatestGraduationYear(clock.Today());
        var studies = await db.Enrolments.AsNoTracking()
            .Where(row => row.Status == EnrolmentStatus.Studying && row.GraduationYear <= latest)
            .OrderByDescending(row => row.SortName).ThenBy(row => row.Id).Select(row => row.Id).Take(Called).ToListAsync(cancel);
        foreach (var (number, study) in studies.Index())
        {
            var answers = new Dictionary<string, IReadOnlyList<string>>
            {
                ["experience"] = [number % 2 == 0 ? "yes" : "no"],
                ["events"] = ["yes"],
                ["cv"] = [number % 3 == 0 ? "no" : "yes"],
                ["after"] = [plans[number]],
                ["leave"] = [number == 2 ? "region" : "no"],
                ["help"] = [wishes[number]],
            };
            await record.Record(new ResponseInput(study, questionnaire, new Answers(answers), number == 5 ? ResponseWay.InPerson : ResponseWay.ByPhone, null), cancel);
        }
    }
}
