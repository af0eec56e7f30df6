using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Organizations;

/// <summary>Colleges and universities have a career centre (R41); schools and employment centres have none.</summary>
public static class CareerCentreName
{
    /// <exception cref="RuleViolation"><c>career-centre-misplaced</c>, <c>name-unusable</c>.</exception>
    public static string? Read(string? text, OrganizationKind kind)
    {
        if (Spaces.Collapse(text ?? "").Length == 0)
        {
            return null;
        }

        return kind is OrganizationKind.College or OrganizationKind.University
            ? OrganizationName.Read(text)
            : throw new RuleViolation("career-centre-misplaced", "Центр карьеры бывает только у колледжа или вуза. Оставьте это поле пустым.");
    }
}
