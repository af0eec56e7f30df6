using Marshrut.Core.Imports.Reading;

namespace Marshrut.Seeding.Students;

/// <summary>A programme as one organisation teaches it.</summary>
/// <param name="Code"><c>NN.NN.NN</c>; its middle pair gives the level.</param>
/// <param name="Prefix">Letters of its groups: ИС-41 is course 4, group 1.</param>
/// <param name="Years">Courses, 1–6.</param>
/// <param name="Men">Share of men, 0–1.</param>
/// <param name="Drive">How well the field feeds its people: practice, contacts, offers; 0–1.</param>
/// <param name="Weight">Its share of the organisation's people, against the others'.</param>
public sealed record ProgrammePlan(string Code, string Prefix, int Years, double Men, double Drive, int Weight)
{
    public EducationLevel Level { get; } = ProgrammeCodes.LevelOf(Code) ?? throw new ArgumentException("No level in this code.", nameof(Code));
}
