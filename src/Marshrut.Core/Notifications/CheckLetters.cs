using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Notifications;

/// <summary>Letters that nobody sends any more.</summary>
public sealed class CheckLetters(MarshrutDb db, CoreSettings settings, PostLetter post, TimeProvider clock) : IInstallationCheck
{
    private const int LookBackDays = 7;

    public async Task<Finding> Look(CancellationToken cancel)
    {
        var since = clock.UtcNow().AddDays(-LookBackDays);
        var lost = await db.Letters.CountAsync(row => row.State == LetterState.GivenUp && row.CreatedAt >= since, cancel);
        return lost > 0
            ? new Finding("mail-given-up", FindingLevel.Attention, $"Не удалось отправить писем за неделю: {lost}. Проверьте Mail:Host, Mail:Port, Mail:User, Mail:Password и Mail:Security.")
            : new Finding("mail", FindingLevel.Sound, settings.Mail.Host is { } host ? $"Письма уходят через {host}." : $"Почтовый сервер не задан: письма складываются в {post.Folder}.");
    }
}
