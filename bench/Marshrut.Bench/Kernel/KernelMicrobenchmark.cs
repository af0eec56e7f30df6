using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using Marshrut.Rules.Risk;

namespace Marshrut.Bench.Kernel;

/// <summary>The kernel and the whole assessment of one organisation under BenchmarkDotNet.</summary>
[InProcess] // The generated project of an own process would fall under our warnings as errors and lock files.
[MemoryDiagnoser]
public class KernelMicrobenchmark
{
    private const int OrganisationSize = 3_000;

    private readonly CompiledMethodology _methodology = new(MethodologyParameters.Federal);
    private readonly byte[] _bytes = new byte[AssessmentBlock.Size];
    private InventedPeople _people = null!;
    private EnrolmentAssessor _assessor = null!;
    private PersonMask[] _masks = [];
    private RiskOutcome[] _outcomes = [];

    [GlobalSetup]
    public void Prepare()
    {
        _people = new InventedPeople(OrganisationSize);
        var field = EmploymentField.Build(_people.Statistics, 1, InventedPeople.AsOf);
        _assessor = new EnrolmentAssessor(_methodology, field, InventedPeople.AsOf, default, mayUseRestricted: true);
        _masks = InventedPeople.Masks(OrganisationSize);
        _outcomes = new RiskOutcome[OrganisationSize];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = OrganisationSize)]
    public void KernelPerPerson() => RiskKernel.Evaluate(_masks, _outcomes, _methodology);

    [Benchmark(OperationsPerInvoke = OrganisationSize)]
    public void AssessmentPerPerson()
    {
        for (var i = 0; i < OrganisationSize; i++)
        {
            _assessor.Assess(_people.Persons[i], _people.Enrolments[i], _people.Situations[i]).WriteTo(_bytes);
        }
    }

    internal static Task<int> Run()
    {
        var summary = BenchmarkRunner.Run<KernelMicrobenchmark>();
        return Task.FromResult(summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success) ? 1 : 0);
    }
}
