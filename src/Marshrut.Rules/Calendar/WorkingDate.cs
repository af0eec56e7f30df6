namespace Marshrut.Rules.Calendar;

/// <summary>A day reached by counting working days; preliminary when a year on the way has no calendar file (R34).</summary>
public readonly record struct WorkingDate(DateOnly Day, bool IsPreliminary);
