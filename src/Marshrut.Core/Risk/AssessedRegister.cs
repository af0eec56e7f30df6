using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Calendar;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk;

/// <summary>One enrolment with what the rules need of it.</summary>
public sealed record EnrolmentToAssess(
    long EnrolmentId,
    long PersonId,
    EnrolmentSituation Situation,
    string SortName,
    string ExternalId,
    PersonFacts PersonFacts,
    EnrolmentFacts EnrolmentFacts);

/// <param name="NoLongerAssessed">Enrolments that have no assessment by rule (R21) or for want of consent (R39).</param>
/// <param name="WithoutConsent">How many for want of consent.</param>
public sealed record RegisterToAssess(List<EnrolmentToAssess> Assessed, List<long> NoLongerAssessed, int WithoutConsent)
{
    /// <summary>The organisation keeps records of a kind if the system holds at least one for its students in the study year (R24).</summary>
    public RecordsKept RecordsKept(DateOnly asOf)
    {
        var year = StudyYear.Of(asOf);
        bool Keeps(FactCode code) => Assessed.Exists(row =>
            row.EnrolmentFacts.Get(code, FactRank.SystemRecord) is { IsEmpty: false } entry && entry.RecordedOn.Day is { } day && year.Contains(day));
        return new RecordsKept(Keeps(FactCode.FieldExperience), Keeps(FactCode.EmployerContact), Keeps(FactCode.JobSearchPreparation));
    }
}

/// <summary>Reads and opens the register of the organisation in scope for the rules: runs and comparisons of methodologies see the same people.</summary>
public sealed class AssessedRegister(MarshrutDb db, Sealer sealer, CoreSettings settings) : IUseCase
{
    /// <summary>Whether restricted facts take part (R1, R38).</summary>
    public bool MayUseRestricted(Organization organization) =>
        settings.AnyoneHoldsRestrictedFacts || organization.Kind == OrganizationKind.EmploymentCentre;

    public async Task<RegisterToAssess> Read(Organization organization, AssessOrganizationInput input, CancellationToken cancel)
    {
        var assessed = new List<EnrolmentToAssess>();
        var noLonger = new List<long>();
        var withoutConsent = 0;
        var rows =
            from enrolment in db.Enrolments
            join person in db.People on enrolment.PersonId equals person.Id
            orderby enrolment.Id
            select new
            {
                enrolment.Id,
                enrolment.PersonId,
                enrolment.ProgrammeCode,
                enrolment.Level,
                enrolment.Status,
                enrolment.GraduationYear,
                enrolment.Funding,
                enrolment.SortName,
                enrolment.ExternalId,
                EnrolmentFacts = enrolment.Facts,
                PersonFacts = person.Facts,
                person.RiskConsentOn,
            };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!AssessedPeople.Includes(row.Status, row.Level, row.GraduationYear, input.AsOf))
            {
                noLonger.Add(row.Id);
                continue;
            }

            var inScope = !input.FinalYearOnly || LastCourse.IsLast(row.Status, row.GraduationYear, input.AsOf);
            if (organization.RiskBasis == RiskBasis.Consent && row.RiskConsentOn is null)
            {
                withoutConsent += inScope ? 1 : 0;
                noLonger.Add(row.Id);
                continue;
            }

            if (inScope)
            {
                assessed.Add(new EnrolmentToAssess(
                    row.Id,
                    row.PersonId,
                    new EnrolmentSituation(
                        row.Status,
                        row.GraduationYear,
                        new PersonScope(row.ProgrammeCode, row.Level, organization.Kind, organization.RegionCode),
                        HasTargetContract: row.Funding == Funding.Target),
                    row.SortName,
                    row.ExternalId,
                    sealer.OpenPersonFacts(row.PersonFacts, row.PersonId),
                    sealer.OpenEnrolmentFacts(row.EnrolmentFacts, row.Id)));
            }
        }

        return new RegisterToAssess(assessed, noLonger, withoutConsent);
    }
}
