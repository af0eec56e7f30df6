using Marshrut.Core.People;
using Marshrut.Core.Risk;

namespace Marshrut.Core.Register.Editing;

/// <summary>The rows of one person, tracked, held until the transaction ends.</summary>
/// <param name="Assessments">The current ones: their copies of name, number and year order lists.</param>
internal sealed record OpenedCard(Person Person, Enrolment Study, IReadOnlyList<Enrolment> Studies, IReadOnlyList<Assessment> Assessments);
