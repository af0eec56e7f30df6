namespace Marshrut.Web.Pages.Organizations.Today;

/// <summary>Something that waits for the reader, with the place where it is done.</summary>
/// <param name="Count">How many; the number opens the list behind it.</param>
/// <param name="Title">«Уровни ждут подтверждения».</param>
/// <param name="Words">Why, or what comes of it.</param>
/// <param name="Href">The list.</param>
/// <param name="Button">What is done there.</param>
/// <param name="Determines">The button determines risk of the last course at once and leads nowhere else.</param>
public sealed record DeskTask(int Count, string Title, string Words, string Href, string Button, bool Determines = false);
