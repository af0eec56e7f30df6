using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Imports;

/// <summary>A thousand rows of an uploaded sheet, compressed and sealed; the file itself is never kept. Columns that may not be stored are already gone (R1).</summary>
public sealed class ImportChunk : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long ImportId { get; init; }

    public required int Number { get; init; }

    public required byte[] Sealed { get; init; }
}
