namespace Marshrut.Core.Imports.Planning;

/// <summary>One field of a person or an enrolment before and after, as the reader sees it.</summary>
/// <param name="Key">Key of the import field (DOMAIN §5) or of the fact's characteristic.</param>
/// <param name="IsSensitive">Special or restricted: shown only on demand, to those who may (R27).</param>
public sealed record FieldChange(string Key, string? Before, string? After, bool IsSensitive = false);
