namespace Marshrut.Core.Platform.Audit;

/// <summary>Codes of what the journal tells. Stable: they are in the hash of old lines.</summary>
public static class AuditActions
{
    public const string Checkpoint = "audit.checkpoint";
    public const string Pruned = "audit.pruned";
    public const string OrganizationAdded = "organization.added";
    public const string OrganizationChanged = "organization.changed";
    public const string UserAdded = "user.added";
    public const string UserChanged = "user.changed";
    public const string UserBlocked = "user.blocked";
    public const string UserUnblocked = "user.unblocked";
    public const string RoleGiven = "user.role-given";
    public const string RoleWithdrawn = "user.role-withdrawn";
    public const string SignedIn = "user.signed-in";
    public const string SignInRefused = "user.sign-in-refused";
    public const string PasswordChanged = "user.password-changed";
    public const string PasswordReset = "user.password-reset";
    public const string SecondStepSet = "user.second-step-set";
    public const string SecondStepReset = "user.second-step-reset";
    public const string RecoveryCodesRenewed = "user.recovery-codes-renewed";
    public const string ApiKeyAdded = "api-key.added";
    public const string ApiKeyRevoked = "api-key.revoked";
    public const string DistrictsAssigned = "districts.assigned";
    public const string DistrictsRemoved = "districts.removed";
    public const string PersonAdded = "person.added";
    public const string PersonChanged = "person.changed";
    public const string FactEntered = "fact.entered";
    public const string FactWithdrawn = "fact.withdrawn";
    public const string EnrolmentAdded = "enrolment.added";
    public const string EnrolmentChanged = "enrolment.changed";
    public const string ConsentSigned = "consent.signed";
    public const string ConsentRecipientNamed = "consent.recipient-named";
    public const string ConsentWithdrawn = "consent.withdrawn";
    public const string SpecialRead = "special.read";
    public const string SpecialReadByRun = "special.read-by-run";
    public const string ImportApplied = "import.applied";
    public const string ImportUndone = "import.undone";
    public const string StatisticsImported = "statistics.imported";
    public const string Assessed = "risk.assessed";
    public const string AssessmentConfirmed = "risk.confirmed";
    public const string AssessmentOverridden = "risk.overridden";
    public const string AssessmentReopened = "risk.reopened";
    public const string MethodologyChanged = "methodology.changed";
    public const string Exported = "export.written";
    public const string AgreementAdded = "agreement.added";
    public const string AgreementChanged = "agreement.changed";
    public const string AgreementEnded = "agreement.ended";
    public const string DuplicateDecided = "duplicate.decided";
    public const string KeysRotated = "keys.rotated";
    public const string KeysResealed = "keys.resealed";
    public const string KeyRetired = "keys.retired";
    public const string BenchDataMade = "bench-data.made";
    public const string DemoRegionMade = "demo-region.made";

    /// <summary>The actor of a checkpoint: no person and no command signs it.</summary>
    public const string PruneActor = "system:prune";
}
