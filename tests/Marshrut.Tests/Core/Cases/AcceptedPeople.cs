using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Rules.Cases;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases;

/// <summary>People whom a centre has taken over from a college, with a curator; the present day is 23 November 2026, a Monday.</summary>
internal sealed record AcceptedPeople(TestDatabase Database, HandoverBench Bench, IReadOnlyList<long> Cases, long Curator)
{
    public static DateOnly Today { get; } = new(2026, 11, 23);

    public long Id => Cases[0];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="database">An empty one.</param>
    /// <param name="lines">Of <see cref="HandoverBench.Line"/>.</param>
    public static async Task<AcceptedPeople> Of(TestDatabase database, params string[] lines)
    {
        var bench = await Create(database);
        var curator = await bench.Use<AddUser, long>(
            bench.Centre, async add => (await add.Add(new NewUser("kurator", Role.EmploymentSpecialist, bench.Centre.Code, FullName: "Проверкина Мария Ивановна"), Cancel)).Id);
        await bench.Send(await bench.Confirmed(lines));
        await bench.Accept([.. (await bench.Items()).Select(item => item.Id)]);
        var ids = await bench.Use<MarshrutDb, List<long>>(bench.Centre, db => db.Cases.OrderBy(row => row.SortName).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(Cancel));
        await bench.Use<AssignCurator, AssignedCases>(bench.Centre, assign => assign.Assign(ids, curator, Cancel));
        return new AcceptedPeople(database, bench, ids, curator);
    }

    public Task<TResult> Use<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull => Bench.Use(Bench.Centre, run);

    public Task<T> Read<T>(Func<MarshrutDb, Task<T>> read) => Bench.Use(Bench.Centre, read);

    public Task<bool> Make(params string[] sets) => Use<MakePlan, bool>(make => make.Make(new NewPlan(Id, sets, null, null), Cancel));

    public async Task<CasePlan> Show(long? id = null) => (await Use<ShowPlan, CasePlan?>(show => show.Show(id ?? Id, Cancel)))!;

    public async Task<PlanCard> Plan() => (await Show()).Plan!;

    public async Task<StepLine> Step(string title) => (await Plan()).Steps.Single(step => step.Words.Title.Contains(title, StringComparison.Ordinal));

    public async Task<bool> Mark(string title, StepState state, string? result = null, DateOnly? on = null, int? seen = null)
    {
        var step = await Step(title);
        var version = seen ?? (await Plan()).Version;
        return await Use<MarkStep, bool>(mark => mark.Mark(new StepMark(Id, step.Id, state, on, result, version), Cancel));
    }

    public async Task<bool> Agree(AgreementWay way = AgreementWay.Signed)
    {
        var version = (await Plan()).Version;
        return await Use<AgreePlan, bool>(agree => agree.Agree(new PlanAgreement(Id, null, way, version), Cancel));
    }

    public Task<bool> Visit(DateOnly on, string from, int? minutes = null, long? id = null, long? visit = null, bool dayOff = false) =>
        Use<SetVisit, bool>(set => set.Set(new VisitForm(id ?? Id, visit, on, TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), minutes, "каб. 6", "документы", dayOff), Cancel));

    /// <summary>Runs what the two sides owe each other, as the job does.</summary>
    public async Task<string> Exchange()
    {
        await using var scope = Database.EnterInstallation("system:schedule");
        var run = await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run("exchange-handed", new { }, null, Cancel);
        run.State.ShouldBe(JobState.Done);
        return run.Message ?? "";
    }
}
