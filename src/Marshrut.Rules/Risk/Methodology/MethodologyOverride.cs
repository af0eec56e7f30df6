namespace Marshrut.Rules.Risk;

/// <summary>One deviation with what DOMAIN §7 asks of it: scope, value, reason, document, date, author.</summary>
public sealed record MethodologyOverride(
    OverrideScope Scope, OverrideChange Change, string Reason, string Document, DateOnly Date, string Author);
