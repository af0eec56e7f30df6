using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>What students asked their career centre for, and what came of it, by the use cases that specialists have.</summary>
internal sealed class DemoRequests(MarshrutDb db, AddRequest add, MoveRequest move, ListRequestTypes types, ChangeRequestTypes change)
{
    private const int Asked = 36;

    private static readonly string[] wishes = ["может работать после 15:00", "готов ездить в соседний район", "хочет по своей специальности", "начать до конца месяца"];

    private static readonly string[] results =
    [
        "составили вместе, резюме опубликовано на портале",
        "вышел на практику, договор подписан",
        "был на занятии по собеседованию",
    ];

    /// <summary>Students of the older courses, one in ten of them more than one thing.</summary>
    public async Task Ask(CancellationToken cancel)
    {
        await change.Add("Найти жильё рядом с работой", cancel);
        var codes = (await types.List(cancel)).Select(type => type.Code).ToList();
        var studies = await db.Enrolments.AsNoTracking().Where(row => row.Course >= 3).OrderBy(row => row.SortName).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        for (var number = 0; number < Asked && studies.Count > 0; number++)
        {
            var study = studies[number * 7 % studies.Count];
            await add.Add(new NewRequest(study, codes[number * 3 % codes.Count], number % 3 == 0 ? wishes[number / 3 % wishes.Length] : null, null), cancel);
        }
    }

    /// <summary>Most are taken up, some are met, a few no longer needed.</summary>
    public async Task Answer(CancellationToken cancel)
    {
        var me = Actors.UserIn(db.Scope.Actor)!.Value;
        var rows = await db.ClientRequests.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Id, row.Version }).ToListAsync(cancel);
        foreach (var (number, row) in rows.Index().Where(one => one.Index % 4 != 3))
        {
            await move.Move(new RequestMove(row.Id, RequestStep.Assign, row.Version, me), cancel);
            if (number % 5 == 1)
            {
                await move.Move(new RequestMove(row.Id, RequestStep.Meet, row.Version + 1, Result: results[number / 5 % results.Length]), cancel);
            }
            else if (number % 9 == 4)
            {
                await move.Move(new RequestMove(row.Id, RequestStep.Withdraw, row.Version + 1, Result: "справился сам"), cancel);
            }
        }
    }
}
