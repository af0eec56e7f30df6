using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Rules.Language;
using Marshrut.Rules.Profiling.Groups;

namespace Marshrut.Core.Profiling.Campaigns;

/// <param name="Questionnaire">Code of a published or ready one.</param>
/// <param name="QuietFrom">Hour, 0 to 23.</param>
/// <param name="SiteAddress">Where people open the site; null: letters do not go.</param>
public sealed record CampaignInput(
    string? Title, string? Questionnaire, AudienceInput Audience, DateOnly? StartsOn, DateOnly? EndsOn, int QuietFrom, int QuietTo, int ReminderDays, string? SiteAddress);

/// <summary>Starts a campaign: everybody in the audience now gets an invitation. Letters go later, by a job.</summary>
public sealed class StartCampaign(MarshrutDb db, FindQuestionnaire questionnaires, FindAudience audience, InvitePeople invite, PersonalLinks links, TimeProvider clock) : IUseCase
{
    public const int LongestTitle = 120;
    public const int LongestDays = 366;
    public const int MostPeople = 50_000;

    /// <exception cref="RuleViolation"><c>title-missing</c>, <c>questionnaire-missing</c>, <c>period-wrong</c>, <c>hours-wrong</c>, <c>nobody</c>, <c>too-many</c>.</exception>
    public async Task<long> Start(CampaignInput input, CancellationToken cancel)
    {
        var title = Spaces.Collapse(input.Title ?? "");
        if (title.Length is 0 or > LongestTitle)
        {
            throw new RuleViolation("title-missing", $"Назовите опрос, не длиннее {LongestTitle} знаков: «Выпускники 2027, осень».");
        }

        if (await questionnaires.Find(input.Questionnaire, null, cancel) is not { } questionnaire)
        {
            throw new RuleViolation("questionnaire-missing", "Выберите анкету.");
        }

        var today = clock.Today();
        var starts = input.StartsOn ?? today;
        if (input.EndsOn is not { } ends || starts < today || ends < starts || ends > starts.AddDays(LongestDays))
        {
            throw new RuleViolation("period-wrong", "Начало опроса — не раньше сегодняшнего дня, конец — не раньше начала и не позже чем через год.");
        }

        CheckHours(input.QuietFrom, input.QuietTo, input.ReminderDays);
        var people = await audience.Find(input.Audience, cancel);
        if (people.Count == 0)
        {
            throw new RuleViolation("nobody", "Сейчас в этой группе никого нет. Выберите другую.");
        }

        if (people.Count > MostPeople)
        {
            throw new RuleViolation("too-many", $"В одном опросе не больше {Russian.Number(MostPeople)} человек. Сузьте группу.");
        }

        var id = db.Ids.Take();
        var campaign = new Campaign
        {
            Id = id,
            OrganizationId = db.Scope.OrganizationId,
            Title = title,
            Questionnaire = questionnaire.Code,
            QuestionnaireVersion = questionnaire.Version,
            Group = input.Audience.GroupCode,
            Stage = input.Audience.Stage is { } stage ? RuleFields.CodeOf(stage) : null,
            Audience = input.Audience.Words,
            StartsOn = starts,
            EndsOn = ends,
            QuietFrom = input.QuietFrom,
            QuietTo = input.QuietTo,
            ReminderDays = input.ReminderDays,
            SiteAddress = input.SiteAddress?.TrimEnd('/'),
            WallHash = links.CodeHash(links.Code(id)),
            StartedAt = clock.UtcNow(),
            Actor = db.Scope.Actor,
        };
        var ids = new IdRange(db.Ids.Reserve(people.Count), people.Count);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Campaigns.Add(campaign);
        db.Audit(new AuditDraft(
            campaign.OrganizationId, AuditActions.CampaignsChanged, "campaign", campaign.Id,
            Details: new { what = "started", title, questionnaire = questionnaire.Title, audience = campaign.Audience, people = people.Count, from = starts, to = ends }));
        await db.SaveChangesAsync(cancel);
        await invite.Invite(campaign, people, ids, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return campaign.Id;
    }

    internal static void CheckHours(int from, int to, int reminderDays)
    {
        if (from is < 0 or > 23 || to is < 0 or > 23 || reminderDays is < 0 or > 30)
        {
            throw new RuleViolation("hours-wrong", "Тихие часы — от 0 до 23, напоминание — не реже чем раз в 30 дней.");
        }
    }
}
