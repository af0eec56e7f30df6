using Marshrut.Core.Platform.Text;

namespace Marshrut.Seeding.Names;

/// <summary>Name of an invented person. <see cref="MiddleName"/> is null for the few who have none.</summary>
public sealed record PersonName(string LastName, string FirstName, string? MiddleName, Sex Sex)
{
    /// <summary>As the register stores it for search and order.</summary>
    public string SortName => NameText.Normalize(MiddleName is null ? $"{LastName} {FirstName}" : $"{LastName} {FirstName} {MiddleName}");

    public override string ToString() => MiddleName is null ? $"{LastName} {FirstName}" : $"{LastName} {FirstName} {MiddleName}";
}
