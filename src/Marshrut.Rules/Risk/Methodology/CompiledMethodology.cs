using Marshrut.Rules.Organizations;
using Marshrut.Rules.People;

namespace Marshrut.Rules.Risk;

/// <summary>
/// A methodology version made ready for <see cref="RiskKernel"/>: for every combination of scopes that its overrides name, the
/// parameters in force and the masks and tables of a variant. Scopes with equal masks and weights share a variant. Immutable; one
/// serves all threads.
/// </summary>
public sealed class CompiledMethodology
{
    // A scope that no override names stands for all the others of its kind.
    private readonly HashSet<string> _programmes;
    private readonly HashSet<EducationLevel> _categories;
    private readonly HashSet<OrganizationKind> _kinds;
    private readonly HashSet<string> _regions;
    private readonly Dictionary<PersonScope, (ScopedParameters Parameters, ushort Variant)> _scopes = [];
    private readonly (ScopedParameters Parameters, ushort Variant)? _only;

    /// <summary>Throws <see cref="ArgumentException"/> with the sentence when <see cref="MethodologyParameters.Validate"/> finds anything.</summary>
    public CompiledMethodology(MethodologyParameters version)
    {
        if (version.Validate() is [var first, ..])
        {
            throw new ArgumentException(first, nameof(version));
        }

        Version = version;
        Bonuses = [.. Enumerable.Range(0, 16).Select(flags => version.BonusOf((RiskFlags)flags))];
        var scopes = version.Overrides.Select(o => o.Scope).ToArray();
        _programmes = [.. scopes.OfType<OverrideScope.OfProgramme>().Select(s => s.ProgrammeCode)];
        _categories = [.. scopes.OfType<OverrideScope.OfCategory>().Select(s => s.Category)];
        _kinds = [.. scopes.OfType<OverrideScope.OfKind>().Select(s => s.Kind)];
        _regions = [.. scopes.OfType<OverrideScope.OfRegion>().Select(s => s.Region)];
        Variants = Compile();
        _only = _scopes.Count == 1 ? _scopes.Values.Single() : null;
    }

    public MethodologyParameters Version { get; }

    internal MethodologyVariant[] Variants { get; }

    /// <summary>What each combination of <see cref="RiskFlags"/> adds to the priority.</summary>
    internal short[] Bonuses { get; }

    /// <summary>The parameters in force for an enrolment.</summary>
    public ScopedParameters ParametersFor(PersonScope scope) => Find(scope).Parameters;

    /// <summary>The variant to write into <see cref="PersonMask.Variant"/> for an enrolment.</summary>
    public ushort VariantFor(PersonScope scope) => Find(scope).Variant;

    /// <summary>Both, looked up once; without overrides there is nothing to look up.</summary>
    internal (ScopedParameters Parameters, ushort Variant) Find(PersonScope scope) => _only ?? _scopes[Named(scope)];

    private PersonScope Named(PersonScope scope) => new(
        _programmes.Contains(scope.ProgrammeCode) ? scope.ProgrammeCode : "",
        _categories.Contains(scope.Category) ? scope.Category : default,
        _kinds.Contains(scope.Kind) ? scope.Kind : default,
        _regions.Contains(scope.Region) ? scope.Region : "");

    private MethodologyVariant[] Compile()
    {
        var variants = new List<MethodologyVariant>();
        var known = new Dictionary<string, ushort>();
        var scopes =
            from programme in _programmes.Append("")
            from category in _categories.Append(default)
            from kind in _kinds.Append(default)
            from region in _regions.Append("")
            select new PersonScope(programme, category, kind, region);
        foreach (var scope in scopes.Distinct())
        {
            var parameters = Version.For(scope);
            var content = $"{parameters.Enabled:x8}{Convert.ToHexString(parameters.Weights)}";
            if (!known.TryGetValue(content, out var variant))
            {
                known[content] = variant = checked((ushort)variants.Count);
                variants.Add(new MethodologyVariant(parameters));
            }

            _scopes[scope] = (parameters, variant);
        }

        return [.. variants];
    }
}
