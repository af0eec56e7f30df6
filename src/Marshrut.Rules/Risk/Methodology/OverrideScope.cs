using System.Text.Json.Serialization;
using Marshrut.Rules.Organizations;
using Marshrut.Rules.People;

namespace Marshrut.Rules.Risk;

/// <summary>Whom an override is for. A narrower scope outweighs a wider one: programme, category, kind, region (R43).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(OfRegion), "region")]
[JsonDerivedType(typeof(OfKind), "kind")]
[JsonDerivedType(typeof(OfCategory), "category")]
[JsonDerivedType(typeof(OfProgramme), "programme")]
public abstract record OverrideScope
{
    private OverrideScope()
    {
    }

    /// <summary>The higher outweighs the lower.</summary>
    internal abstract int Precedence { get; }

    internal abstract bool Covers(PersonScope person);

    public sealed record OfRegion(string Region) : OverrideScope
    {
        internal override int Precedence => 0;

        internal override bool Covers(PersonScope person) => person.Region == Region;
    }

    public sealed record OfKind(OrganizationKind Kind) : OverrideScope
    {
        internal override int Precedence => 1;

        internal override bool Covers(PersonScope person) => person.Kind == Kind;
    }

    public sealed record OfCategory(EducationLevel Category) : OverrideScope
    {
        internal override int Precedence => 2;

        internal override bool Covers(PersonScope person) => person.Category == Category;
    }

    public sealed record OfProgramme(string ProgrammeCode) : OverrideScope
    {
        internal override int Precedence => 3;

        internal override bool Covers(PersonScope person) => person.ProgrammeCode == ProgrammeCode;
    }
}
