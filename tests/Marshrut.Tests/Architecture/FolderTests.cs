namespace Marshrut.Tests.Architecture;

/// <summary>One word names a thing's folder in the core, among the pages and among the tests (DESIGN §3).</summary>
public class FolderTests
{
    /// <summary>Folders of pages that belong to no module: the frame, the living page of its parts, pages of refusal.</summary>
    private static readonly string[] PagesOfTheWebItself = ["Errors", "Shared", "Ui"];

    [Fact]
    public void A_folder_of_pages_is_named_after_a_folder_of_the_core()
    {
        Folders("src/Marshrut.Web/Pages").Except(PagesOfTheWebItself).Except(Core()).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_of_tests_is_named_after_what_it_tests()
    {
        Folders("tests/Marshrut.Tests/Core").Except(Folders("src/Marshrut.Core")).ShouldBeEmpty();
        Folders("tests/Marshrut.Tests/Rules").Except(Folders("src/Marshrut.Rules")).ShouldBeEmpty();
        Folders("tests/Marshrut.Tests/Web")
            .Except(Folders("src/Marshrut.Web").Concat(Folders("src/Marshrut.Web/Pages")).Concat(Folders("src/Marshrut.Web/Infrastructure")))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Folders_are_seen()
    {
        Core().ShouldContain("Risk");
        Folders("src/Marshrut.Web/Pages").ShouldContain("Risk");
        Folders("tests/Marshrut.Tests/Core").ShouldContain("Risk");
    }

    /// <summary>Modules, and the parts of the platform.</summary>
    private static IEnumerable<string> Core() => Folders("src/Marshrut.Core").Concat(Folders("src/Marshrut.Core/Platform"));

    /// <summary>Folders with a file somewhere in them: a build leaves others behind.</summary>
    private static IEnumerable<string> Folders(string path) => Directory.EnumerateDirectories(Path.Combine(Repository.Root, path))
        .Where(folder => Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories).Any())
        .Select(folder => Path.GetFileName(folder));
}
