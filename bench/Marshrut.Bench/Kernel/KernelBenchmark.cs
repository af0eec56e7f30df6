using System.Diagnostics;
using System.Globalization;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using RulesEngine.Models;

namespace Marshrut.Bench.Kernel;

/// <summary>
/// The kernel beside Microsoft RulesEngine on the same people and rules, and alone over millions (DESIGN §6). Speeds count only after every
/// hit of the one was found equal to the other's.
/// </summary>
internal static class KernelBenchmark
{
    private const int ComparedPeople = 100_000;
    private const double KernelTarget = 20; // million people a second
    private const double Million = 1_000_000;

    public static async Task<int> Run(string[] _)
    {
        var report = new Report();
        await Compare(report);
        Throughput(report);
        return report.AllMet ? 0 : 1;
    }

    private static async Task Compare(Report report)
    {
        var people = new InventedPeople(ComparedPeople);
        var methodology = new CompiledMethodology(MethodologyParameters.Federal);
        var field = EmploymentField.Build(people.Statistics, methodology.Version.Horizon, InventedPeople.AsOf);
        var kept = new RecordsKept(FieldExperience: true, EmployerContact: false, JobSearchPreparation: true);
        var assessor = new EnrolmentAssessor(methodology, field, InventedPeople.AsOf, kept, mayUseRestricted: true);

        var masks = new PersonMask[ComparedPeople];
        var outcomes = new RiskOutcome[ComparedPeople];
        var fromFacts = Median.Of(5, () =>
        {
            for (var i = 0; i < masks.Length; i++)
            {
                var block = assessor.Assess(people.Persons[i], people.Enrolments[i], people.Situations[i]);
                masks[i] = new PersonMask(block.Found.Present, block.Found.Known, 0, block.Flags);
            }
        });
        var kernel = Median.Of(21, () => RiskKernel.Evaluate(masks, outcomes, methodology));

        var theirs = new RuleEnginePerson[ComparedPeople];
        for (var i = 0; i < theirs.Length; i++)
        {
            var scope = people.Situations[i].Scope;
            theirs[i] = new RuleEnginePerson(
                people.Persons[i], people.Enrolments[i], field.Find(scope.ProgrammeCode, methodology.ParametersFor(scope)), kept, InventedPeople.AsOf);
        }

        var (hits, engine) = await EvaluateByRulesEngine(theirs);

        Report.Title($"{Russian.Number(ComparedPeople)} people, 14 rules");
        report.MustHold("equal hits, person by person and rule by rule", hits.SequenceEqual(masks.Select(m => m.Present)));
        report.MustHold("equal levels", hits.Select(h => h != 0).SequenceEqual(outcomes.Select(o => o.Level == RiskLevel.High)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{"hits · high",-58}{hits.Sum(h => (long)uint.PopCount(h)) + " · " + hits.Count(h => h != 0),24}"));
        Report.Row("RiskKernel, masks → level, priority, completeness", kernel.TotalMilliseconds, "ms");
        Report.Row("EnrolmentAssessor, facts → block with evidence", fromFacts.TotalMilliseconds, "ms");
        Report.Row("Microsoft RulesEngine 6.0.1, resolved facts → hits", engine.TotalMilliseconds, "ms");
        Report.Row("RulesEngine / kernel", engine / kernel, "×");
        Report.Row("RulesEngine / whole assessment", engine / fromFacts, "×");
    }

    private static async Task<(uint[] Hits, TimeSpan Time)> EvaluateByRulesEngine(RuleEnginePerson[] people)
    {
        var engine = RuleEngineRules.Engine();
        foreach (var person in people.Take(1000))
        {
            await engine.ExecuteAllRulesAsync(RuleEngineRules.Workflow, new RuleParameter("p", person));
        }

        var hits = new uint[people.Length];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < people.Length; i++)
        {
            hits[i] = HitsOf(await engine.ExecuteAllRulesAsync(RuleEngineRules.Workflow, new RuleParameter("p", people[i])));
        }

        return (hits, Stopwatch.GetElapsedTime(start));
    }

    private static uint HitsOf(List<RuleResultTree> results)
    {
        var hits = 0u;
        foreach (var result in results)
        {
            // A rule that could not be evaluated also counts as «not a success»: it would prove nothing.
            if (!string.IsNullOrEmpty(result.ExceptionMessage))
            {
                throw new InvalidOperationException($"Rule {result.Rule.RuleName}: {result.ExceptionMessage}");
            }

            hits |= result.IsSuccess ? 1u << (int.Parse(result.Rule.RuleName, CultureInfo.InvariantCulture) - 1) : 0;
        }

        return hits;
    }

    private static void Throughput(Report report)
    {
        var methodology = new CompiledMethodology(MethodologyParameters.Federal);
        Report.Title("kernel alone, one core");
        foreach (var count in new[] { 1_000_000, 10_000_000 })
        {
            var people = InventedPeople.Masks(count);
            var outcomes = new RiskOutcome[count];
            var time = Median.Of(7, () => RiskKernel.Evaluate(people, outcomes, methodology));
            var before = GC.GetAllocatedBytesForCurrentThread();
            RiskKernel.Evaluate(people, outcomes, methodology);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            report.AtLeast($"{count / 1_000_000} million people", count / Million / time.TotalSeconds, "million people/s", KernelTarget);
            report.AtMost("  allocated", allocated, "bytes", 0);
        }
    }
}
