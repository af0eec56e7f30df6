using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk.Added;
using Marshrut.Rules.Calendar;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk;

/// <summary>One enrolment with what the rules need of it.</summary>
/// <param name="Study">What rules of added characteristics may ask; null where nobody asks.</param>
public sealed record EnrolmentToAssess(
    long EnrolmentId,
    long PersonId,
    EnrolmentSituation Situation,
    string SortName,
    string ExternalId,
    PersonFacts PersonFacts,
    EnrolmentFacts EnrolmentFacts,
    StudyRow? Study = null);

/// <param name="NoLongerAssessed">Of the part: enrolments that have no assessment by rule (R21) or for want of consent (R39).</param>
/// <param name="WithoutConsent">How many for want of consent.</param>
/// <param name="RecordsKept">
/// The organisation keeps records of a kind if the system holds at least one for any of its students in the study year (R24), whoever of them
/// is assessed now: a run over a part gives each person what a run over all would.
/// </param>
public sealed record RegisterToAssess(List<EnrolmentToAssess> Assessed, List<long> NoLongerAssessed, int WithoutConsent, RecordsKept RecordsKept);

/// <summary>Reads and opens the register of the organisation in scope for the rules: runs and comparisons of methodologies see the same people.</summary>
public sealed class AssessedRegister(MarshrutDb db, Sealer sealer, CoreSettings settings) : IUseCase
{
    /// <summary>Whether restricted facts take part (R1, R38).</summary>
    public bool MayUseRestricted(Organization organization) =>
        settings.AnyoneHoldsRestrictedFacts || organization.Kind == OrganizationKind.EmploymentCentre;

    /// <param name="organization">The one in scope.</param>
    /// <param name="input">The day and the part.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="withStudies">Read also what rules of added characteristics ask.</param>
    public async Task<RegisterToAssess> Read(Organization organization, AssessOrganizationInput input, CancellationToken cancel, bool withStudies = false)
    {
        var studies = withStudies ? await Studies(input, cancel) : null;
        var assessed = new List<EnrolmentToAssess>();
        var noLonger = new List<long>();
        var withoutConsent = 0;
        var part = input.Part ?? AssessedPart.Whole;
        var kept = new KeptRecords(StudyYear.Of(input.AsOf));
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
                enrolment.Course,
                enrolment.Group,
                enrolment.SortName,
                enrolment.ExternalId,
                EnrolmentFacts = enrolment.Facts,
                PersonFacts = person.Facts,
                person.RiskConsentOn,
            };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var isAssessed = AssessedPeople.Includes(row.Status, row.Level, row.GraduationYear, input.AsOf);
            var lacksConsent = isAssessed && organization.RiskBasis == RiskBasis.Consent && row.RiskConsentOn is null;
            var isCovered = part.Covers(row.ProgrammeCode, row.Course, row.Group) && input.Only?.Contains(row.Id) != false;
            var inScope = isCovered && isAssessed && (!input.FinalYearOnly || LastCourse.IsLast(row.Status, row.GraduationYear, input.AsOf));
            if (isCovered && (!isAssessed || lacksConsent))
            {
                noLonger.Add(row.Id);
                withoutConsent += lacksConsent && inScope ? 1 : 0;
            }

            var isTaken = inScope && !lacksConsent;
            if (!isTaken && kept.All)
            {
                continue;
            }

            var facts = sealer.OpenEnrolmentFacts(row.EnrolmentFacts, row.Id);
            kept.Look(facts);
            if (isTaken)
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
                    facts,
                    studies?.GetValueOrDefault(row.Id)));
            }
        }

        return new RegisterToAssess(assessed, noLonger, withoutConsent, kept.Found);
    }

    private Task<Dictionary<long, StudyRow>> Studies(AssessOrganizationInput input, CancellationToken cancel) => db.Studies()
        .Where(row => input.PersonId == null || row.PersonId == input.PersonId)
        .Select(row => row.Study)
        .ToDictionaryAsync(row => row.EnrolmentId, cancel);

    /// <summary>Which records of the system fall into a study year (R24).</summary>
    private sealed class KeptRecords(StudyYear year)
    {
        public RecordsKept Found { get; private set; }

        public bool All => Found is { FieldExperience: true, EmployerContact: true, JobSearchPreparation: true };

        public void Look(in EnrolmentFacts facts) => Found = new RecordsKept(
            Found.FieldExperience || InYear(facts, FactCode.FieldExperience),
            Found.EmployerContact || InYear(facts, FactCode.EmployerContact),
            Found.JobSearchPreparation || InYear(facts, FactCode.JobSearchPreparation));

        private bool InYear(in EnrolmentFacts facts, FactCode code) =>
            facts.Get(code, FactRank.SystemRecord) is { Source: FactSource.SystemRecord, RecordedOn.Day: { } day } && year.Contains(day);
    }
}
