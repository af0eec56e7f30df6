using Marshrut.Core.Platform.Audit;

namespace Marshrut.Core.Register.Journal;

/// <summary>What an organisation's journal can be filtered by.</summary>
public enum RegisterTopic
{
    People,
    Looks,
    Files,
    Risk,
    Agreements,
    Transfers,
    Other,
}

public static class RegisterTopics
{
    /// <summary>All but <see cref="RegisterTopic.Other"/>, which is the rest.</summary>
    public static readonly IReadOnlyDictionary<RegisterTopic, string[]> Actions = new Dictionary<RegisterTopic, string[]>
    {
        [RegisterTopic.People] =
        [
            AuditActions.PersonAdded, AuditActions.PersonChanged, AuditActions.EnrolmentAdded, AuditActions.EnrolmentChanged, AuditActions.FactEntered,
            AuditActions.FactWithdrawn, AuditActions.ConsentSigned, AuditActions.ConsentRecipientNamed,
            AuditActions.ConsentWithdrawn, AuditActions.ConsentUnsigned, AuditActions.ConsentTextAdopted, AuditActions.FileOpened,
            AuditActions.DuplicateDecided, AuditActions.RequestAdded, AuditActions.RequestMoved, AuditActions.ResponseRecorded,
        ],
        [RegisterTopic.Looks] = [AuditActions.SpecialRead, AuditActions.SpecialReadByRun],
        [RegisterTopic.Files] = [AuditActions.ImportApplied, AuditActions.ImportUndone, AuditActions.Exported],
        [RegisterTopic.Risk] = [AuditActions.Assessed, AuditActions.AssessmentConfirmed, AuditActions.AssessmentOverridden, AuditActions.AssessmentReopened],
        [RegisterTopic.Agreements] = [AuditActions.AgreementAdded, AuditActions.AgreementChanged, AuditActions.AgreementEnded],
        [RegisterTopic.Transfers] =
        [
            AuditActions.FreePlacesStated, AuditActions.PersonTransferred, AuditActions.TransferReceived, AuditActions.TransferRevoked, AuditActions.TransferAsked,
            AuditActions.TransferAnswered, AuditActions.PersonAccepted, AuditActions.PersonReturned, AuditActions.CaseOpened, AuditActions.CaseContacted,
            AuditActions.CaseNoted, AuditActions.CaseAssigned, AuditActions.CaseAssignmentUndone, AuditActions.CasePaused, AuditActions.CaseWoken, AuditActions.CaseClosed, AuditActions.CaseReopened,
            AuditActions.PersonForgotten, AuditActions.HandoverStopped, AuditActions.ContactsTold, AuditActions.ContactsTaken, AuditActions.FactReturned, AuditActions.PlanMade, AuditActions.PlanChanged,
            AuditActions.PlanAgreed, AuditActions.StepMarked, AuditActions.VisitSet, AuditActions.VisitMarked, AuditActions.CaseNeedsWritten,
            AuditActions.CaseFileAttached, AuditActions.CaseFileRemoved, AuditActions.ApplicationRecorded, AuditActions.ApplicationRemoved,
            AuditActions.ApplicationsImported, AuditActions.ExchangeNoteWritten, AuditActions.LeaveSet, AuditActions.LeaveEnded, AuditActions.LostAfterSet, AuditActions.OutsideAnswered,
            AuditActions.AcceptanceUndone,
        ],
    };

    public static string NameOf(RegisterTopic topic) => topic switch
    {
        RegisterTopic.People => "Сведения о людях",
        RegisterTopic.Looks => "Просмотр скрытых сведений",
        RegisterTopic.Files => "Загрузки и выгрузки",
        RegisterTopic.Risk => "Риск и решения",
        RegisterTopic.Agreements => "Соглашения",
        RegisterTopic.Transfers => "Передачи",
        _ => "Остальное",
    };
}
