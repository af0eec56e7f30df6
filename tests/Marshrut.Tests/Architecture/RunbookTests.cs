using System.Text.RegularExpressions;

namespace Marshrut.Tests.Architecture;

public partial class RunbookTests
{
    private static readonly string[] Sound = ["audit", "database", "imports", "jobs", "key-ring", "mail", "schema", "storage"];

    [Fact]
    public void Whatever_check_may_find_has_its_heading_in_the_runbook()
    {
        var root = ApprovedFile.Root();
        var codes = Directory.EnumerateFiles(Path.Combine(root, "src", "Marshrut.Core"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Codes().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Except(Sound)
            .Distinct()
            .ToList();

        codes.Count.ShouldBeGreaterThan(10);
        var headings = File.ReadAllLines(Path.Combine(root, "docs", "runbook.md")).Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]);
        headings.ShouldBe(codes, ignoreOrder: true);
    }

    [GeneratedRegex("""new (?:InstallationProblem|Finding)\("([a-z-]+)",""")]
    private static partial Regex Codes();
}
