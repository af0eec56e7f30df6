namespace Marshrut.Seeding.Students;

/// <summary>An organisation that teaches, and whom to make for it.</summary>
/// <param name="Number">Its place among the made ones; numbers of people and telephones hang on it.</param>
/// <param name="Domain">Of its students' addresses, without «.example».</param>
/// <param name="Districts">Where they live; the first is home to most.</param>
public sealed record OrganizationPlan(
    int Number,
    string Code,
    string Name,
    OrganizationKind Kind,
    int People,
    string Domain,
    IReadOnlyList<ProgrammePlan> Programmes,
    IReadOnlyList<string> Districts,
    OrganizationHabits Habits);
