namespace Marshrut.Core.Platform.Tenancy;

/// <summary>Code tried to read or write outside its organisation. A defect or an attack, never a user's mistake: it answers 404 outside.</summary>
public sealed class TenancyViolation(string message) : InvalidOperationException(message);
