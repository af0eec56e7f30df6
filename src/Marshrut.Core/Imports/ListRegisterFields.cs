using Marshrut.Core.Imports.Reading;

namespace Marshrut.Core.Imports;

/// <summary>The columns that a register of the organisation in scope may have: without those it may not hold (R1), and «ФИО» stands for its three parts.</summary>
public sealed class ListRegisterFields(RegisterIntake intake) : IUseCase
{
    public async Task<IReadOnlyList<RegisterField>> List(CancellationToken cancel) =>
        [.. ShowImportColumns.FieldsFor(await intake.Options(cancel)).Where(field => field != RegisterFields.FullName && field != RegisterFields.Programme)];
}
