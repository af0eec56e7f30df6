using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Agreements;

/// <summary>What the two agreed on and may change.</summary>
/// <param name="ValidTo">The last day in force; null: no end.</param>
/// <param name="AcceptanceDays">Working days.</param>
/// <param name="FromPerson">Of the educational organisation.</param>
/// <param name="ToPerson">Of the employment centre.</param>
public sealed record AgreementTerms(
    string Number, DateOnly SignedOn, DateOnly ValidFrom, DateOnly? ValidTo, int AcceptanceDays, ResponsiblePerson FromPerson, ResponsiblePerson ToPerson)
{
    public const int DefaultAcceptanceDays = 5;
    public const int FewestAcceptanceDays = 1;
    public const int MostAcceptanceDays = 30;
    public const int LongestNumber = 60;
    public const int LongestText = 150;

    /// <summary>The same without outer and double spaces, blank texts as null.</summary>
    public AgreementTerms Tidy() => this with
    {
        Number = Spaces.Collapse(Number),
        FromPerson = Tidy(FromPerson),
        ToPerson = Tidy(ToPerson),
    };

    internal static string KeyOf(string number) => NameText.Normalize(number);

    private static ResponsiblePerson Tidy(ResponsiblePerson person) =>
        new(Spaces.Collapse(person.Name), Tidy(person.Position), Tidy(person.Phone), Tidy(person.Email));

    private static string? Tidy(string? text) => Spaces.IsBlank(text) ? null : Spaces.Collapse(text!);
}
