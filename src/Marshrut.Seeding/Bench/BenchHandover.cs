using Marshrut.Core;
using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Bench;

/// <param name="Cases">How many people were taken over; one in ten more waits.</param>
public sealed record BenchHandoverInput(int Cases);

/// <param name="Waiting">People who wait in queues.</param>
public sealed record BenchHandoverCounts(int Cases, int Waiting, int Plans, int Curators);

/// <summary>Hands people of a database of <see cref="BenchData"/> over to its centres: cases with curators, calls of these weeks, plans for half of them, and queues. For measurements alone.</summary>
public sealed class BenchHandover(MarshrutDb db, BulkWriter bulk, Sealer sealer, AddAgreement agreements, TimeProvider clock) : IUseCase
{
    private const int CuratorsOfCentre = 10;

    private const int Chunk = 2_000;

    private const int StepsOfPlan = 4;

    /// <summary>Person, study, case, plan with its steps, item.</summary>
    private const int IdsPerPerson = 5 + StepsOfPlan;

    /// <exception cref="RuleViolation"><c>no-bench-data</c>.</exception>
    public async Task<BenchHandoverCounts> Make(BenchHandoverInput input, CancellationToken cancel)
    {
        var organizations = await db.Organizations.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        var centres = organizations.FindAll(row => row.Kind == OrganizationKind.EmploymentCentre);
        var teachers = organizations.FindAll(row => row.Kind is OrganizationKind.College or OrganizationKind.University);
        if (centres.Count == 0 || teachers.Count == 0)
        {
            throw new RuleViolation("no-bench-data", "Сначала создайте людей: bench-data.");
        }

        var curators = new Dictionary<long, List<long>>();
        foreach (var centre in centres)
        {
            curators[centre.Id] = await AddCurators(centre, cancel);
        }

        var (cases, waiting, plans) = (0, 0, 0);
        for (var i = 0; i < teachers.Count && cases < input.Cases; i++)
        {
            var (teacher, centre) = (teachers[i], centres[i % centres.Count]);
            var made = await HandOver(teacher, centre, curators[centre.Id], input.Cases - cases, (teachers.Count - i), cancel);
            (cases, waiting, plans) = (cases + made.Cases, waiting + made.Waiting, plans + made.Plans);
        }

        await bulk.Settle(typeof(Person), typeof(Enrolment), typeof(TransferItem), typeof(Case), typeof(Plan), typeof(PlanStep));
        return new BenchHandoverCounts(cases, waiting, plans, curators.Values.Sum(some => some.Count));
    }

    private async Task<List<long>> AddCurators(Organization centre, CancellationToken cancel)
    {
        var ids = new IdRange(db.Ids.Reserve(2 * CuratorsOfCentre), 2 * CuratorsOfCentre);
        var users = new List<long>();
        for (var number = 1; number <= CuratorsOfCentre; number++)
        {
            var login = FormattableString.Invariant($"{centre.Code}-{number}");
            var user = new User { Id = ids.Take(), UserName = login, NormalizedUserName = login.ToUpperInvariant(), FullName = $"Куратор {number}", SecurityStamp = login };
            db.Users.Add(user);
            db.Memberships.Add(new Membership { Id = ids.Take(), UserId = user.Id, OrganizationId = centre.Id, Role = Role.EmploymentSpecialist });
            users.Add(user.Id);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return users;
    }

    private async Task<BenchHandoverCounts> HandOver(Organization teacher, Organization centre, List<long> curators, int left, int teachersLeft, CancellationToken cancel)
    {
        db.Scope.EnterOrganization(teacher.Id, teacher.RegionCode);
        var today = clock.Today();
        var agreement = await agreements.Add(
            new NewAgreement(centre.Code, new AgreementTerms($"Б-{teacher.Code}", today.AddDays(-60), today.AddDays(-60), null, 5, new ResponsiblePerson("Ответственный", null, null, null), new ResponsiblePerson("Ответственный", null, null, null))),
            cancel);
        var known = await (
            from study in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on study.PersonId equals person.Id
            where study.Status != EnrolmentStatus.Expelled
            orderby study.Id
            select new { Study = study, Person = person }).Take((int)Math.Ceiling(1.1 * left / teachersLeft)).ToListAsync(cancel);
        var transfer = new Transfer
        {
            Id = db.Ids.Take(),
            FromOrganizationId = teacher.Id,
            ToOrganizationId = centre.Id,
            AgreementId = agreement,
            Number = 1,
            Kind = TransferKind.HighRisk,
            SentAt = clock.UtcNow().AddDays(-20),
            SentOn = today.AddDays(-20),
            SentBy = "system:cli",
            AnswerBy = today.AddDays(1),
            AnswerByIsPreliminary = false,
            PeopleCount = known.Count,
        };
        db.Transfers.Add(transfer);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        var (cases, waiting, plans) = (0, 0, 0);
        foreach (var some in known.Chunk(Chunk))
        {
            db.Scope.EnterOrganization(teacher.Id, teacher.RegionCode);
            var ids = new IdRange(db.Ids.Reserve(some.Length * IdsPerPerson), some.Length * IdsPerPerson);
            var made = new Made();
            foreach (var (row, number) in some.Select((row, number) => (row, number)))
            {
                Add(made, transfer, PersonValues.Of(row.Person), EnrolmentValues.Of(row.Study), row.Person.Id, row.Study.Id, row.Person.Fingerprint, centre, curators[number % curators.Count], number, today, ids);
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await bulk.Insert(made.Items, cancel);
            db.Scope.EnterOrganization(centre.Id, centre.RegionCode);
            await bulk.Insert(made.People, cancel);
            await bulk.Insert(made.Studies, cancel);
            await bulk.Insert(made.Cases, cancel);
            await bulk.Insert(made.Plans, cancel);
            await bulk.Insert(made.Steps, cancel);
            await transaction.CommitAsync(cancel);
            (cases, waiting, plans) = (cases + made.Cases.Count, waiting + made.Items.Count - made.Cases.Count, plans + made.Plans.Count);
        }

        return new BenchHandoverCounts(cases, waiting, plans, 0);
    }

    private void Add(
        Made made, Transfer transfer, PersonValues person, EnrolmentValues study, long personId, long studyId, byte[] fingerprint, Organization centre, long curator, int number, DateOnly today, IdRange ids)
    {
        var item = new TransferItem
        {
            Id = ids.Take(),
            FromOrganizationId = transfer.FromOrganizationId,
            ToOrganizationId = transfer.ToOrganizationId,
            TransferId = transfer.Id,
            PersonId = personId,
            EnrolmentId = studyId,
            Priority = number % 12,
            District = person.DistrictAfter ?? person.District,
            SentOn = transfer.SentOn,
            AnswerBy = transfer.AnswerBy,
        };
        item.Snapshot = Snapshot(person, study, number).Seal(sealer, item.Id);
        made.Items.Add(item);
        if (number % 11 == 10)
        {
            return;
        }

        var (ownPerson, ownStudy) = (ids.Take(), ids.Take());
        made.People.Add((person with { TransferConsentOn = null, RiskConsentOn = null }).NewPerson(ownPerson, centre.Id, fingerprint, sealer.Seal(default(PersonFacts), ownPerson)));
        made.Studies.Add((study with { ExternalId = "" }).NewEnrolment(ownStudy, centre.Id, ownPerson, person.SortName, sealer.Seal(default(EnrolmentFacts), ownStudy)));
        var row = new Case
        {
            Id = ids.Take(),
            OrganizationId = centre.Id,
            PersonId = ownPerson,
            EnrolmentId = ownStudy,
            TransferItemId = item.Id,
            MadePerson = true,
            OpenedOn = today.AddDays(-18),
            Priority = item.Priority,
            SortName = person.SortName,
        };
        item.Accept(row.Id, clock.UtcNow(), "system:cli");
        row.Assign(curator);
        row.NextContactOn = today.AddDays((number % 60) - 2);
        (item.CaseState, item.CuratorName) = (row.State, "Куратор");
        made.Cases.Add(row);
        if (number % 2 == 0)
        {
            AddPlan(made, row, item, today, ids);
        }
    }

    private void AddPlan(Made made, Case row, TransferItem item, DateOnly today, IdRange ids)
    {
        var id = ids.Take();
        var plan = new Plan { Id = id, OrganizationId = row.OrganizationId, CaseId = row.Id, MadeOn = today.AddDays(-10), Goals = PlanGoals.Seal(sealer, ["Подготовиться к поиску работы"], id) };
        plan.EndOn(today.AddDays(150));
        made.Plans.Add(plan);
        foreach (var (measure, order) in PlanCatalogue.Federal.Measures.Take(StepsOfPlan).Select((measure, order) => (measure, order)))
        {
            var stepId = ids.Take();
            made.Steps.Add(new PlanStep
            {
                Id = stepId,
                OrganizationId = row.OrganizationId,
                PlanId = id,
                Goal = 1,
                Order = order,
                DueOn = today.AddDays((order * 20) - 1 + (int)(row.Id % 9)),
                Words = new StepWords(measure.Code, measure.Title, measure.Details, null, measure.Responsible, null, measure.Fact).Seal(sealer, stepId),
            });
        }

        (item.PlanMadeOn, item.PlanSteps) = (plan.MadeOn, StepsOfPlan);
    }

    private static TransferSnapshot Snapshot(PersonValues person, EnrolmentValues study, int number) => new(
        person, study, null, null, new HandedRisk(true, number % 12, new DateOnly(2026, 9, 1), "Специалист", null, [new HandedCharacteristic("no-job-search-preparation", "Нет резюме.", Sensitivity.Ordinary)]),
        null, null, new DateOnly(2026, 9, 1), new Contact("Колледж", "Ответственный", null, null, null), new byte[PersonFacts.Size], new byte[EnrolmentFacts.Size]);

    private sealed class Made
    {
        public List<TransferItem> Items { get; } = [];

        public List<Person> People { get; } = [];

        public List<Enrolment> Studies { get; } = [];

        public List<Case> Cases { get; } = [];

        public List<Plan> Plans { get; } = [];

        public List<PlanStep> Steps { get; } = [];
    }
}
