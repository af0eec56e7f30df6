using System.Security.Cryptography;

namespace Marshrut.Core.Accounts;

/// <summary>A new stamp ends every session that carries the old one.</summary>
public static class SecurityStamps
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
