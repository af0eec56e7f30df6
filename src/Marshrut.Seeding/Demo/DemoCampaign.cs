using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Responses;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>The last course is asked by links and codes; some have answered, some are in the middle of it.</summary>
internal sealed class DemoCampaign(MarshrutDb db, StartCampaign start, AnswerByLink answer, RecordResponse record, CoreSettings settings, TimeProvider clock)
{
    private const string Questionnaire = "last-course";
    private const string Site = "http://localhost:5080";
    private const int Every = 9;
    private const int Days = 21;

    private static readonly string[] plans = ["signed", "searching", "oral", "study", "unsure", "army", "searching"];
    private static readonly string[] wishes = ["first-job", "nothing", "job-search-skills", "nothing", "practice-or-internship"];

    public async Task Ask(CancellationToken cancel)
    {
        var today = clock.Today();
        var audience = new AudienceInput(null, null, RouteStage.LastCourse, RouteStages.Title(RouteStage.LastCourse));
        var site = settings.Mail.SiteAddress?.ToString() ?? Site;
        var id = await start.Start(new CampaignInput("Выпускники: что дальше", Questionnaire, audience, null, today.AddDays(Days), 21, 9, 4, site), cancel);
        var asked = await db.Invitations.AsNoTracking().Where(row => row.CampaignId == id).OrderBy(row => row.Id).Select(row => new { row.Id, row.EnrolmentId, row.PersonId }).ToListAsync(cancel);
        var specialist = db.Scope.Actor;
        foreach (var (number, row) in asked.Where((_, index) => index % Every == 0).Index())
        {
            db.Scope.ActAs(Actors.OfPerson(row.PersonId));
            await answer.Agree(row.Id, "Смирнова Елена Павловна, мать", cancel);
            if (number % 7 == 6)
            {
                await answer.Keep(row.Id, new Dictionary<string, string[]> { ["experience"] = ["yes"] }, cancel);
                continue;
            }

            var given = new Dictionary<string, IReadOnlyList<string>>
            {
                ["experience"] = [number % 3 == 0 ? "no" : "yes"],
                ["events"] = [number % 4 == 0 ? "no" : "yes"],
                ["cv"] = [number % 2 == 0 ? "yes" : "no"],
                ["after"] = [plans[number % plans.Length]],
                ["leave"] = ["no"],
                ["help"] = [wishes[number % wishes.Length]],
            };
            var opened = (await answer.Show(row.Id, cancel))!;
            await record.Record(new ResponseInput(row.EnrolmentId, opened.Questionnaire, opened.With(new Answers(given)), ResponseWay.ByLink, null, row.Id), cancel);
        }

        db.Scope.ActAs(specialist);
    }
}
