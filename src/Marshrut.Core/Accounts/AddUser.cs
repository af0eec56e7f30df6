using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <param name="Login">Unique in any letter case, 3–64 letters, digits and <c>. - _ @</c>.</param>
/// <param name="OrganizationCode">For roles of an organisation; null for the others (R48).</param>
/// <param name="RegionCode">For roles of a region; null for the others.</param>
/// <param name="FullName">As it is shown beside what the user does; null: the login.</param>
/// <param name="Password">A lasting password; null: a one-time one is made and changed at the first sign-in (R29).</param>
/// <param name="MayHandleRestricted">The permission for restricted facts; only for staff of an employment centre (DOMAIN §3).</param>
public sealed record NewUser(
    string Login,
    Role Role,
    string? OrganizationCode = null,
    string? RegionCode = null,
    string? FullName = null,
    string? Password = null,
    bool MayHandleRestricted = false);

/// <param name="OneTimePassword">To be shown once; null where the password was given.</param>
public sealed record AddedUser(long Id, string Login, string? OneTimePassword);

/// <summary>Adds somebody who signs in, with one role in one place.</summary>
public sealed class AddUser(MarshrutDb db, FindRolePlace places, IPasswordHasher<User> hasher, ILookupNormalizer names) : IUseCase
{
    /// <exception cref="RuleViolation">
    /// <c>login-unusable</c>, <c>login-taken</c>, <c>password-weak</c>, <c>organization-unknown</c>, <c>region-unknown</c>, <c>restricted-misplaced</c>, or
    /// what <see cref="RolePlaces.Check"/> says.
    /// </exception>
    public async Task<AddedUser> Add(NewUser input, CancellationToken cancel)
    {
        var login = LoginName.Read(input.Login);
        var normalized = names.NormalizeName(login);
        var place = await places.Find(input.Role, input.OrganizationCode, input.RegionCode, input.MayHandleRestricted, cancel);
        if (await db.Users.AnyAsync(user => user.NormalizedUserName == normalized, cancel))
        {
            throw new RuleViolation("login-taken", $"Логин «{login}» уже занят. Выберите другой.");
        }

        if (input.Password is { } given)
        {
            PasswordRules.Check(given, login);
        }

        var oneTime = input.Password is null ? PasswordRules.NewOneTime() : null;
        var user = new User
        {
            Id = db.Ids.Take(),
            UserName = login,
            NormalizedUserName = normalized,
            FullName = Spaces.Collapse(input.FullName ?? "") is { Length: > 0 } name ? name : login,
            SecurityStamp = SecurityStamps.New(),
            LockoutEnabled = true,
            MustChangePassword = oneTime is not null,
        };
        user.PasswordHash = hasher.HashPassword(user, input.Password ?? oneTime!);
        db.Users.Add(user);
        db.Memberships.Add(place.MembershipOf(user.Id, db.Ids.Take()));
        db.Audit(new AuditDraft(null, AuditActions.UserAdded, "user", user.Id, Details: new
        {
            role = input.Role.ToString(),
            organization = place.Organization?.Code,
            region = place.Region?.Code,
            restricted = input.MayHandleRestricted,
            oneTimePassword = oneTime is not null,
        }));
        await db.SaveChangesAsync(cancel);
        return new AddedUser(user.Id, login, oneTime);
    }
}
