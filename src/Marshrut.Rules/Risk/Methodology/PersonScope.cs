using Marshrut.Rules.Organizations;
using Marshrut.Rules.People;

namespace Marshrut.Rules.Risk;

/// <summary>What decides which overrides of a methodology apply to an enrolment (R43).</summary>
/// <param name="ProgrammeCode"><c>NN.NN.NN</c>.</param>
/// <param name="Category">Категория обучающихся: the level of education.</param>
/// <param name="Kind">Kind of the organisation.</param>
/// <param name="Region">Code of the region, e.g. <c>00</c>.</param>
public readonly record struct PersonScope(string ProgrammeCode, EducationLevel Category, OrganizationKind Kind, string Region);
