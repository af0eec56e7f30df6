using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Imports;

/// <summary>A correction of the column mapping, remembered for the organisation's next file.</summary>
public sealed class RememberedColumn : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    /// <summary>Normalised header text.</summary>
    public required string Header { get; init; }

    /// <summary>Field key; '' = do not load.</summary>
    public required string FieldKey { get; set; }
}
