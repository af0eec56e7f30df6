using Marshrut.Core.Notifications;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>The words of a letter that invites somebody to answer. The link is put in at the moment of sending and stands nowhere before.</summary>
internal static class InvitationLetter
{
    public const string LinkPath = "q/l/";
    private const string StopPath = "q/stop/";

    public static Letter Of(Campaign campaign, Invitation invitation, string organization, string to, bool isFirst, long id, DateTime now)
    {
        var site = campaign.SiteAddress!;
        return new Letter
        {
            Id = id,
            LinkOf = invitation.Id,
            LinkNumber = invitation.Link,
            To = to,
            Subject = isFirst ? $"Анкета: {campaign.Title}" : $"Напоминаем об анкете: {campaign.Title}",
            Text = $"""
                Здравствуйте!

                {organization} просит вас ответить на несколько вопросов. Это займёт около пяти минут: с телефона удобнее.

                Открыть анкету:
                {site}/{LinkPath}{Letter.LinkPlace}

                Ссылка ваша личная и откроется один раз, на том телефоне или компьютере, где вы её нажмёте. Ответить можно до {Russian.DateInWords(campaign.EndsOn)}.

                Не хотите получать письма об этой анкете:
                {site}/{StopPath}{Letter.LinkPlace}

                """,
            CreatedAt = now,
            NextAt = now,
        };
    }
}
