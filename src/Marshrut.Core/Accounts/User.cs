using Microsoft.AspNetCore.Identity;

namespace Marshrut.Core.Accounts;

/// <summary>Somebody who signs in.</summary>
public sealed class User : IdentityUser<long>
{
    public string FullName { get; set; } = "";

    /// <summary>The password was given by somebody else and is changed at the first sign-in (R29).</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Set when an administrator blocks the user; every session ends at once.</summary>
    public DateTime? BlockedAt { get; set; }

    /// <summary>How letters about notices go to <c>Email</c>.</summary>
    public MailWay MailWay { get; set; }

    /// <summary>Makes a save of somebody who read the row earlier fail instead of overwriting this one.</summary>
    public void Touch() => ConcurrencyStamp = SecurityStamps.New();

    /// <summary>Ends every session of the user.</summary>
    public void EndSessions()
    {
        SecurityStamp = SecurityStamps.New();
        Touch();
    }
}
