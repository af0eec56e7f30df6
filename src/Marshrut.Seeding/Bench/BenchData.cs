using System.Globalization;
using Marshrut.Core;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Statistics;
using Marshrut.Seeding.Registers;
using Marshrut.Seeding.Students;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Bench;

/// <param name="People">1–10 000 000.</param>
/// <param name="Seed">The same seed gives the same people.</param>
public sealed record BenchDataInput(int People, ulong Seed = BenchData.DefaultSeed);

/// <param name="Statistics">Rows of employment statistics.</param>
public sealed record BenchDataCounts(int Organizations, int People, int Statistics);

/// <summary>
/// Fills an empty database with a region of so many people (R32), an organisation a transaction. A run that was cut short is completed by the next
/// one of the same number and seed (R37): people do not depend on each other, so the organisations that are there already are passed over.
/// </summary>
public sealed class BenchData(MarshrutDb db, BulkWriter bulk, RegisterRows rows, TimeProvider clock) : IUseCase
{
    public const ulong DefaultSeed = 20_261_123;
    public const string RegionCode = "00";
    private const int MostPeople = 10_000_000;

    /// <summary>How many people are held in memory at a time.</summary>
    private const int Chunk = 4_000;
    private const string Mark = "bench-data";

    /// <exception cref="RuleViolation"><c>people-count</c>, <c>database-not-empty</c>, <c>bench-data-unfinished</c>.</exception>
    public async Task<BenchDataCounts> Make(BenchDataInput input, CancellationToken cancel)
    {
        if (input.People is < 1 or > MostPeople)
        {
            throw new RuleViolation("people-count", "Укажите, сколько людей создать: от 1 до 10 000 000.");
        }

        await Begin(input, cancel);
        var today = clock.Today();
        var region = new BenchRegion(input.People, input.Seed);
        var centres = await AddEmploymentCentres(region, cancel);
        var known = await db.Organizations.AsNoTracking().Select(row => row.Code).ToHashSetAsync(cancel);
        foreach (var plan in region.Teachers.Where(plan => !known.Contains(plan.Code)))
        {
            await AddTeacher(plan, new StudentMaker(plan, new SeedDates(today), input.Seed, inBulk: true), today, cancel);
        }

        return await Finish(region, centres, input, today, cancel);
    }

    private async Task Begin(BenchDataInput input, CancellationToken cancel)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{input.People} {input.Seed}");
        var begun = await db.Settings.FindAsync([Mark], cancel);
        if (begun is null)
        {
            if (await db.Organizations.AnyAsync(cancel))
            {
                throw new RuleViolation("database-not-empty", "В базе уже есть организации. Данные для замеров создаются только в пустой базе: укажите другую папку (Storage:Path) или другую базу.");
            }

            db.Settings.Add(new InstallationSetting { Key = Mark, Value = text });
            await db.SaveChangesAsync(cancel);
        }
        else if (begun.Value != text)
        {
            throw begun.Value.Length == 0
                ? new RuleViolation("database-not-empty", "Данные для замеров в этой базе уже созданы. Для новых укажите другую папку (Storage:Path) или другую базу.")
                : new RuleViolation("bench-data-unfinished", $"В базе начаты и не закончены другие данные для замеров (людей и начальное число: {begun.Value}). Повторите команду с ними или возьмите пустую базу.");
        }
    }

    private async Task<int> AddEmploymentCentres(BenchRegion region, CancellationToken cancel)
    {
        if (await db.Organizations.AnyAsync(cancel))
        {
            return region.EmploymentCentres;
        }

        for (var number = 1; number <= region.EmploymentCentres; number++)
        {
            var centre = NewOrganization($"bench-e{number}", $"Центр занятости № {number}", OrganizationKind.EmploymentCentre);
            var district = BenchRegion.DistrictName(number);
            db.Organizations.Add(centre);
            db.Districts.Add(new District { Id = db.Ids.Take(), RegionCode = RegionCode, Name = district, SearchName = NameText.Normalize(district), ServedById = centre.Id });
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return region.EmploymentCentres;
    }

    private async Task AddTeacher(OrganizationPlan plan, StudentMaker maker, DateOnly today, CancellationToken cancel)
    {
        var organization = NewOrganization(plan.Code, plan.Name, plan.Kind);
        var personId = db.Ids.Reserve(2 * plan.People);
        var enrolmentId = personId + plan.People;
        db.Scope.EnterOrganization(organization.Id, RegionCode);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Organizations.Add(organization);
        await db.SaveChangesAsync(cancel);
        var next = MakeChunk(0);
        for (var from = 0; from < plan.People; from += Chunk)
        {
            var (people, enrolments) = await next;
            next = MakeChunk(from + Chunk);
            await bulk.Insert(people, cancel);
            await bulk.Insert(enrolments, cancel);
        }

        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();

        // Made on the other cores while the last chunk is written: drawing and sealing cost as much as writing.
        Task<(Person[] People, Enrolment[] Enrolments)> MakeChunk(int from) => Task.Run(
            () =>
            {
                var count = Math.Clamp(plan.People - from, 0, Chunk);
                var (people, enrolments) = (new Person[count], new Enrolment[count]);
                Parallel.For(from, from + count, index =>
                {
                    var draft = maker.Make(index).DraftOn(today);
                    people[index - from] = rows.PersonOf(draft, organization.Id, personId + index);
                    enrolments[index - from] = rows.EnrolmentOf(draft, organization.Id, personId + index, enrolmentId + index);
                });
                return (people, enrolments);
            },
            cancel);
    }

    private Organization NewOrganization(string code, string name, OrganizationKind kind) => new()
    {
        Id = db.Ids.Take(),
        Code = code,
        Name = name,
        Kind = kind,
        RegionCode = RegionCode,
        CareerCentreName = kind == OrganizationKind.EmploymentCentre ? null : "Центр карьеры",
        CreatedAt = clock.UtcNow(),
    };

    private async Task<BenchDataCounts> Finish(BenchRegion region, int centres, BenchDataInput input, DateOnly today, CancellationToken cancel)
    {
        var statistics = StatisticsMaker.Make(
            [.. region.Teachers.Select(StatisticsSource.Of)], [today.Year - 2, today.Year - 1], today.Year, new SeededRandom(input.Seed).Fork("statistics")).ToList();
        var id = db.Ids.Reserve(statistics.Count);
        var mark = await db.Settings.FindAsync([Mark], cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await bulk.Insert(statistics.Select(row => Stored(row, id++, today)), cancel);
        mark!.Value = "";
        var counts = new BenchDataCounts(region.Teachers.Count + centres, input.People, statistics.Count);
        db.Audit(new AuditDraft(null, AuditActions.BenchDataMade, "installation", Details: new { counts.Organizations, counts.People, counts.Statistics, input.Seed }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await bulk.Settle(typeof(Person), typeof(Enrolment));
        return counts;
    }

    private static GraduateStatistic Stored(StatisticsFileRow row, long id, DateOnly today) => new()
    {
        Id = id,
        RegionCode = RegionCode,
        CohortYear = row.CohortYear,
        Horizon = row.Horizon,
        ProgrammeCode = row.ProgrammeCode,
        Organization = row.Organization,
        OrganizationKey = NameText.Normalize(row.Organization),
        OrganizationKind = row.Kind,
        Graduates = row.Graduates,
        Employed = row.Employed,
        ImportedOn = today,
    };
}
