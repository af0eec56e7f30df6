using System.Text.RegularExpressions;
using Marshrut.Core;

namespace Marshrut.Tests.Architecture;

public partial class GlossaryTests
{
    [Fact]
    public void Every_name_of_the_glossary_is_a_name_of_the_code()
    {
        var types = new[] { typeof(Marshrut.Rules.AssemblyMarker), typeof(CoreServices) }.SelectMany(type => type.Assembly.GetTypes()).ToList();
        var known = types.Select(type => type.Name)
            .Concat(types.Where(type => type.IsEnum).SelectMany(Enum.GetNames))
            .Concat(types.SelectMany(type => type.GetProperties()).Select(property => property.Name))
            .ToHashSet();
        var names = File.ReadAllLines(Path.Combine(ApprovedFile.Root(), "docs", "glossary.md"))
            .Where(line => line.StartsWith('|') && line.Split('|').Length > 3)
            .SelectMany(line => Names().Matches(line.Split('|')[2]))
            .SelectMany(match => match.Groups[1].Value.Split('.'))
            .ToList();

        names.Count.ShouldBeGreaterThan(25);
        names.Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"`([A-Z][A-Za-z]+(?:\.[A-Za-z]+)?)`")]
    private static partial Regex Names();
}
