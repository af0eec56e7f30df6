using Marshrut.Core;

namespace Marshrut.Tests.Architecture;

/// <summary>Modules of the core and what each may use: the table is <c>src/Marshrut.Core/modules.txt</c>.</summary>
public class ModuleTests
{
    private const string Root = "Marshrut.Core.";
    private static readonly Table Declared = Table.Read();

    private static readonly IReadOnlyList<(string From, string To, string Example)> Seen =
    [
        .. CodeReader.References(typeof(CoreServices).Assembly)
            .Where(reference => !Declared.MeetingPlaces.Contains(reference.From.FullName!))
            .Select(reference => (From: ModuleOf(reference.From), To: ModuleOf(CodeReader.Written(reference.To as Type ?? reference.To.DeclaringType ?? typeof(object))), Example: $"{reference.From.Name} → {reference.To.Name}"))
            .Where(edge => edge.From is not null && edge.To is not null && edge.From != edge.To)
            .Select(edge => (edge.From!, edge.To!, edge.Example))
            .DistinctBy(edge => (edge.Item1, edge.Item2)),
    ];

    [Fact]
    public void Every_module_is_in_the_table_and_every_line_is_a_module()
    {
        var modules = typeof(CoreServices).Assembly.GetTypes().Select(ModuleOf).OfType<string>().Distinct().Order(StringComparer.Ordinal);

        Declared.Uses.Keys.Order(StringComparer.Ordinal).ShouldBe(modules);
    }

    [Fact]
    public void No_module_uses_another_that_the_table_does_not_name()
    {
        Seen.Where(edge => !Declared.Uses.TryGetValue(edge.From, out var uses) || !uses.Contains(edge.To))
            .Select(edge => $"{edge.From} uses {edge.To}: {edge.Example}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_table_promises_nothing_that_the_code_does_not_do()
    {
        var seen = Seen.Select(edge => (edge.From, edge.To)).ToHashSet();

        Declared.Uses.SelectMany(module => module.Value.Select(use => (module.Key, use))).Where(edge => !seen.Contains(edge)).ShouldBeEmpty();
    }

    [Fact]
    public void Modules_stand_in_no_circle()
    {
        var left = Declared.Uses.ToDictionary(module => module.Key, module => module.Value.ToHashSet());
        while (left.FirstOrDefault(module => module.Value.Count == 0) is { Key: { } free })
        {
            left.Remove(free);
            foreach (var uses in left.Values)
            {
                uses.Remove(free);
            }
        }

        left.Keys.ShouldBeEmpty("These modules need each other, or one that does.");
    }

    /// <summary>A reader that sees nothing would pass all of the above.</summary>
    [Fact]
    public void The_reader_sees_edges()
    {
        Seen.Count.ShouldBeGreaterThan(5);
        Seen.ShouldContain(edge => edge.From == "Accounts" && edge.To == "Platform");
        CodeReader.References(typeof(ModuleTests).Assembly)
            .ShouldContain(reference => reference.From == typeof(ModuleTests) && reference.To.Name == nameof(CodeReader.References), "a call inside a lambda");
    }

    [Fact]
    public void Meeting_places_exist()
    {
        Declared.MeetingPlaces.ShouldAllBe(name => typeof(CoreServices).Assembly.GetType(name) != null);
    }

    private static string? ModuleOf(Type type) =>
        type.Namespace is { } space && space.StartsWith(Root, StringComparison.Ordinal) && type.Assembly == typeof(CoreServices).Assembly ? space[Root.Length..].Split('.')[0] : null;

    private sealed record Table(IReadOnlyDictionary<string, string[]> Uses, IReadOnlySet<string> MeetingPlaces)
    {
        public static Table Read()
        {
            var lines = Repository.Lines("src/Marshrut.Core/modules.txt").Select(line => line.Split(':', 2)).ToList();
            return new Table(
                lines.Where(line => line[0] != "meeting place").ToDictionary(line => line[0].Trim(), line => Words(line[1])),
                lines.Where(line => line[0] == "meeting place").SelectMany(line => Words(line[1])).ToHashSet());
        }

        private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
