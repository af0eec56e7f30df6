using Marshrut.Core.Accounts;

namespace Marshrut.Web.Infrastructure.Access;

/// <summary>On a handler (<c>OnPostConfirm</c>) that needs more than its page does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
