using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Rules.Consents;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <param name="Organization">Who asks.</param>
/// <param name="FirstName">Of the one who answers.</param>
/// <param name="IsMinor">A representative agrees for them.</param>
/// <param name="Answers">Kept so far.</param>
/// <param name="IsOpen">The campaign goes on today.</param>
public sealed record OpenedInvitation(
    Invitation Invitation, Campaign Campaign, Questionnaire Questionnaire, AnswerDirectories Directories, string Organization, string FirstName, bool IsMinor, Answers Answers, bool IsOpen)
{
    /// <summary>Other answers, of the same representative.</summary>
    public Answers With(Answers given) => Answers.Of(Answers.RepresentativeKey) is { Count: > 0 } representative
        ? new Answers(new Dictionary<string, IReadOnlyList<string>>(given.Given) { [Answers.RepresentativeKey] = representative })
        : given;
}

/// <summary>What a person does with an invitation before the answers are sent: presses the link, agrees, answers bit by bit, asks not to be written to.</summary>
public sealed class AnswerByLink(MarshrutDb db, Sealer sealer, FindQuestionnaire questionnaires, ReadAnswers read, TimeProvider clock) : IUseCase
{
    private const int LongestRepresentative = 200;

    /// <returns>Null: it is no more.</returns>
    public async Task<OpenedInvitation?> Show(long invitationId, CancellationToken cancel)
    {
        if (await db.Invitations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == invitationId, cancel) is not { } invitation)
        {
            return null;
        }

        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(row => row.Id == invitation.CampaignId, cancel);
        if (await questionnaires.Find(campaign.Questionnaire, campaign.QuestionnaireVersion, cancel) is not { } questionnaire)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().Where(row => row.Id == invitation.PersonId).Select(row => new { row.FirstName, row.BirthDate }).SingleAsync(cancel);
        var organization = await db.Organizations.AsNoTracking().Where(row => row.Id == invitation.OrganizationId).Select(row => row.LegalName ?? row.Name).SingleAsync(cancel);
        var today = clock.Today();
        return new OpenedInvitation(
            invitation,
            campaign,
            questionnaire.WithoutConsents(),
            await read.Directories(questionnaire, cancel),
            organization,
            person.FirstName,
            ConsentAge.IsMinor(person.BirthDate, today),
            invitation.Draft is { } draft ? sealer.OpenDraft(draft, invitation.Id) : Answers.None,
            campaign.IsOpenOn(today));
    }

    /// <summary>Uses the link up.</summary>
    /// <returns>False: it has been pressed already, or a later one was.</returns>
    public async Task<bool> Press(long invitationId, int number, CancellationToken cancel)
    {
        if (await Find(invitationId, cancel) is not { } invitation || !invitation.UseLink(number))
        {
            return false;
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>The person agrees that the answers are taken down; for somebody under 18 the representative, who is named.</summary>
    /// <exception cref="RuleViolation"><c>representative-missing</c>, <c>campaign-over</c>.</exception>
    public async Task Agree(long invitationId, string? representative, CancellationToken cancel)
    {
        if (await Show(invitationId, cancel) is not { } opened)
        {
            return;
        }

        CheckOpen(opened);
        var name = Spaces.Collapse(representative ?? "");
        if (opened.IsMinor && name.Split(' ').Length < 2 || name.Length > LongestRepresentative)
        {
            throw new RuleViolation("representative-missing", "Напишите, кто даёт согласие: фамилию, имя и кем приходится, например «Петрова Анна Сергеевна, мать».");
        }

        var answers = new Dictionary<string, IReadOnlyList<string>>(opened.Answers.Given);
        if (opened.IsMinor)
        {
            answers[Answers.RepresentativeKey] = [name];
        }

        var invitation = (await Find(invitationId, cancel))!;
        invitation.Agreed(clock.UtcNow(), sealer.SealDraft(new Answers(answers), invitation.Id));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Keeps what was answered so far; what cannot be read is kept as it was typed.</summary>
    /// <returns>False: nobody agreed to it, or the answers have been sent.</returns>
    public async Task<bool> Keep(long invitationId, IReadOnlyDictionary<string, string[]> typed, CancellationToken cancel)
    {
        if (await Show(invitationId, cancel) is not { IsOpen: true, Invitation.AgreedAt: not null } opened)
        {
            return false;
        }

        var answers = opened.With(ReadAnswers.Tidy(opened.Questionnaire, typed, opened.Directories));
        var invitation = (await Find(invitationId, cancel))!;
        invitation.Keep(sealer.SealDraft(answers, invitation.Id));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>No more letters of this campaign.</summary>
    public async Task StopLetters(long invitationId, CancellationToken cancel)
    {
        if (await Find(invitationId, cancel) is { NoLetters: false } invitation)
        {
            invitation.NoLetters = true;
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <exception cref="RuleViolation"><c>campaign-over</c>.</exception>
    public static void CheckOpen(OpenedInvitation opened)
    {
        if (!opened.IsOpen)
        {
            throw new RuleViolation("campaign-over", "Этот опрос сейчас не идёт. Спросите в центре карьеры, когда можно ответить.");
        }
    }

    private Task<Invitation?> Find(long id, CancellationToken cancel) => db.Invitations.FirstOrDefaultAsync(row => row.Id == id, cancel);
}
