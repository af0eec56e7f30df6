namespace Marshrut.Core.Accounts;

/// <summary>Five wrong tries in a row lock a login for fifteen minutes (R31). A wrong code of the second step is a wrong try too.</summary>
public static class LockOut
{
    public const int Tries = 5;
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(15);

    public static bool IsLocked(User user, DateTimeOffset now) => user.LockoutEnd > now;

    public static void CountWrongTry(User user, DateTimeOffset now)
    {
        user.AccessFailedCount++;
        if (user.AccessFailedCount >= Tries)
        {
            user.AccessFailedCount = 0;
            user.LockoutEnd = now + Term;
        }

        user.Touch();
    }

    /// <summary>After a whole sign-in only: a right password alone must not give new tries at the second step.</summary>
    public static void Forget(User user)
    {
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        user.Touch();
    }
}
