namespace Marshrut.Core.Agreements;

/// <summary>Whom one side named in the agreement; not necessarily a user.</summary>
/// <param name="Phone">As it was written: with an extension, a room.</param>
public sealed record ResponsiblePerson(string Name, string? Position, string? Phone, string? Email);
