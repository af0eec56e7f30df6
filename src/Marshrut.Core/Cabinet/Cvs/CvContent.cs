namespace Marshrut.Core.Cabinet.Cvs;

/// <param name="Where">Company.</param>
/// <param name="Who">Position, or what the practice was.</param>
/// <param name="When">«июнь 2026».</param>
/// <param name="What">What was done.</param>
public sealed record CvPlace(string? Where, string? Who, string? When, string? What)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Where) && string.IsNullOrWhiteSpace(Who) && string.IsNullOrWhiteSpace(When) && string.IsNullOrWhiteSpace(What);
}

/// <summary>What a CV says, in the person's words.</summary>
/// <param name="Position">What work is looked for.</param>
/// <param name="Terms">Pay, hours, town, as wished.</param>
/// <param name="Education">Where and what was studied.</param>
/// <param name="Skills">What the person can do.</param>
/// <param name="More">Languages, courses, driving licence.</param>
/// <param name="About">A few sentences.</param>
public sealed record CvContent(
    string? Position, string? Terms, string? Phone, string? Email, string? Education, string? Skills, string? More, string? About, IReadOnlyList<CvPlace> Places)
{
    public const int MostPlaces = 6;

    /// <summary>What is still missing for an employer to read it, in words; empty: nothing.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. string.IsNullOrWhiteSpace(Position) ? ["какую работу ищете"] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Email) ? ["телефон или почту"] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(Education) ? ["образование"] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(Skills) && Places.All(place => place.IsEmpty) ? ["навыки или опыт"] : Array.Empty<string>(),
    ];
}
