namespace Marshrut.Core.Agreements;

/// <summary>One side of an agreement, as its rules need it.</summary>
public sealed record Party(long Id, OrganizationKind Kind, string RegionCode);
