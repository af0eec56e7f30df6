namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>Six digits as people type them: «123 456».</summary>
public static class OneTimeCode
{
    public static string Read(string? text) => new([.. (text ?? "").Where(char.IsAsciiDigit)]);
}
