using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Risk.Added;

/// <summary>A study of the organisation in scope with its sealed facts, for queries to take what they need of it.</summary>
internal sealed class StudyWithFacts
{
    public required long EnrolmentId { get; init; }

    public required long PersonId { get; init; }

    public required string SortName { get; init; }

    public required byte[] PersonFacts { get; init; }

    public required byte[] EnrolmentFacts { get; init; }

    public required StudyRow Study { get; init; }
}

/// <summary>The one way from the tables to a <see cref="StudyRow"/>.</summary>
internal static class ReadStudies
{
    public static IQueryable<StudyWithFacts> Studies(this MarshrutDb db) =>
        from enrolment in db.Enrolments
        join person in db.People on enrolment.PersonId equals person.Id
        select new StudyWithFacts
        {
            EnrolmentId = enrolment.Id,
            PersonId = person.Id,
            SortName = enrolment.SortName,
            PersonFacts = person.Facts,
            EnrolmentFacts = enrolment.Facts,
            Study = new StudyRow
            {
                EnrolmentId = enrolment.Id,
                ProgrammeCode = enrolment.ProgrammeCode,
                Level = enrolment.Level,
                StudyForm = enrolment.StudyForm,
                Funding = enrolment.Funding,
                Course = enrolment.Course,
                Group = enrolment.Group,
                GraduationYear = enrolment.GraduationYear,
                Status = enrolment.Status,
                BirthDate = person.BirthDate,
                Sex = person.Sex,
                District = person.District,
                DistrictAfter = person.DistrictAfter,
                HasPhone = person.Phone != null,
                HasEmail = person.Email != null,
                HasSnils = person.Snils != null,
                HasTransferConsent = person.TransferConsentOn != null,
                HasRiskConsent = person.RiskConsentOn != null,
            },
        };
}
