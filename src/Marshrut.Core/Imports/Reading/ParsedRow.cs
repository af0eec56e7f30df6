using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.Reading;

/// <summary>A data row of the file as it was understood. Empty rows and totals never become one (R4).</summary>
/// <param name="Number">The sheet's own row number.</param>
/// <param name="Row">The values; null when the row is rejected.</param>
/// <param name="Identity">What could be read of who this is, for a rejected row too: its person is not missing (R4).</param>
/// <param name="Errors">Cells that could not be read, the rejecting ones among them.</param>
/// <param name="Repairs">Cells that were mended and taken.</param>
public sealed record ParsedRow(
    int Number, RegisterRow? Row, RowIdentity Identity, IReadOnlyList<CellError> Errors, IReadOnlyList<CellRepair> Repairs)
{
    /// <summary>The row does not come in; at least one error says why.</summary>
    public bool Rejected => Row is null;
}

/// <summary>The values that tell who a row is about (R7); null where a cell is empty or could not be read.</summary>
/// <param name="ExternalId">As written.</param>
/// <param name="Snils">Eleven digits.</param>
/// <param name="LastName">Mended, in its own case; likewise the other names.</param>
/// <param name="FirstName">See <paramref name="LastName"/>.</param>
/// <param name="MiddleName">See <paramref name="LastName"/>.</param>
/// <param name="BirthDate">Also one outside the allowed age.</param>
/// <param name="ProgrammeCode"><c>NN.NN.NN</c>.</param>
public sealed record RowIdentity(
    string? ExternalId, string? Snils, string? LastName, string? FirstName, string? MiddleName, DateOnly? BirthDate, string? ProgrammeCode);
