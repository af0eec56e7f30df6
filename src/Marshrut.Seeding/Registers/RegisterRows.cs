using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;

namespace Marshrut.Seeding.Registers;

/// <summary>Turns drafts into rows of the register: ids, normalised names, fingerprints, sealed facts.</summary>
public sealed class RegisterRows(Sealer sealer, Fingerprint fingerprint)
{
    public Person PersonOf(PersonDraft draft, long organizationId, long personId, long? importId = null)
    {
        var sortName = draft.Name.SortName;
        return new Person
        {
            Id = personId,
            OrganizationId = organizationId,
            LastName = draft.Name.LastName,
            FirstName = draft.Name.FirstName,
            MiddleName = draft.Name.MiddleName,
            SortName = sortName,
            BirthDate = draft.BirthDate,
            Sex = draft.Name.Sex,
            Snils = draft.Snils,
            Phone = draft.Phone,
            Email = draft.Email,
            District = draft.District,
            DistrictAfter = draft.DistrictAfter,
            TransferConsentOn = draft.TransferConsentOn,
            RiskConsentOn = draft.RiskConsentOn,
            Fingerprint = fingerprint.Of(draft.Snils, sortName, draft.BirthDate),
            Facts = sealer.Seal(draft.Facts, personId),
            Version = 1,
            CreatedByImportId = importId,
            LastImportId = importId,
        };
    }

    public Enrolment EnrolmentOf(PersonDraft draft, long organizationId, long personId, long enrolmentId, long? importId = null)
    {
        var enrolment = draft.Enrolment;
        return new Enrolment
        {
            Id = enrolmentId,
            OrganizationId = organizationId,
            PersonId = personId,
            SortName = draft.Name.SortName,
            ExternalId = enrolment.ExternalId,
            ProgrammeCode = enrolment.ProgrammeCode,
            Level = enrolment.Level,
            StudyForm = enrolment.StudyForm,
            Funding = enrolment.Funding,
            Course = enrolment.Course,
            Group = enrolment.Group,
            GraduationYear = enrolment.GraduationYear,
            Status = enrolment.Status,
            Facts = sealer.Seal(enrolment.Facts, enrolmentId),
            Version = 1,
            CreatedByImportId = importId,
            LastImportId = importId,
        };
    }
}
