using Marshrut.Core.Platform.Audit;

namespace Marshrut.Core.Accounts.Journal;

/// <summary>What the installation's journal can be filtered by.</summary>
public enum JournalTopic
{
    SignIns,
    Users,
    Organizations,
    Keys,
    Other,
}

public static class JournalTopics
{
    public static readonly IReadOnlyDictionary<JournalTopic, string[]> Actions = new Dictionary<JournalTopic, string[]>
    {
        [JournalTopic.SignIns] = [AuditActions.SignedIn, AuditActions.SignInRefused],
        [JournalTopic.Users] =
        [
            AuditActions.UserAdded, AuditActions.UserChanged, AuditActions.UserBlocked, AuditActions.UserUnblocked, AuditActions.RoleGiven, AuditActions.RoleWithdrawn,
            AuditActions.PasswordChanged, AuditActions.PasswordReset, AuditActions.SecondStepSet, AuditActions.SecondStepReset, AuditActions.RecoveryCodesRenewed,
        ],
        [JournalTopic.Organizations] = [AuditActions.OrganizationAdded, AuditActions.OrganizationChanged, AuditActions.DistrictsAssigned, AuditActions.DistrictsRemoved],
        [JournalTopic.Keys] = [AuditActions.ApiKeyAdded, AuditActions.ApiKeyRevoked],
    };

    public static string NameOf(JournalTopic topic) => topic switch
    {
        JournalTopic.SignIns => "Входы",
        JournalTopic.Users => "Пользователи и роли",
        JournalTopic.Organizations => "Организации и районы",
        JournalTopic.Keys => "Ключи программ",
        _ => "Остальное",
    };
}
