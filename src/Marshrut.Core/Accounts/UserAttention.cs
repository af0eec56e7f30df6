namespace Marshrut.Core.Accounts;

/// <summary>What the administrator is told of users in the morning, and by which the list is narrowed to them: only users who may sign in.</summary>
public enum UserAttention
{
    /// <summary>Locked out by wrong passwords just now.</summary>
    Locked,

    /// <summary>Has not changed the password that was given.</summary>
    OneTime,

    /// <summary>Has no second step of signing in.</summary>
    NoStep,
}
