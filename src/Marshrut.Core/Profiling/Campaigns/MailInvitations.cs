using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>Writes the invitations of all organisations whose time has come. Sending them is the work of letters.</summary>
public sealed class MailInvitations(MarshrutDb db, WriteInvitations write) : IRecurringWork
{
    public string Kind => "mail-invitations";

    public string Title => "Письма с приглашением ответить на анкету";

    public string Cron => "0 5/10 * * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var written = await EachOrganization.Visit(db, context, () => write.Write(cancel), cancel);
        context.Summary = written == 0 ? "Приглашений нет." : $"Написано приглашений: {written}.";
    }
}
