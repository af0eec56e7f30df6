using Marshrut.Core.Imports;

namespace Marshrut.Web.Pages.Imports;

/// <summary>What the page says of a file that it has just read in one go.</summary>
/// <param name="Title">What became of the file.</param>
/// <param name="Words">What to do next.</param>
public sealed record FileAnswer(FileReport Report, string Title, string Words)
{
    /// <summary>Lines about single cells on the page; more of them mean a wrong file rather than wrong cells.</summary>
    public const int ShownErrors = 200;
}
