using System.Reflection;
using Marshrut.Core;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Web.Infrastructure;

namespace Marshrut.Tests.Architecture;

/// <summary>
/// The fourth net (DESIGN §5): whatever goes round the query filters or the write guard stands on a list, <c>src/Marshrut.Core/bypasses.txt</c>, with its
/// reason.
/// </summary>
public class BypassTests
{
    /// <summary>Ways round a net: raw SQL and set-based statements pass the guard, lifting a filter passes the filter.</summary>
    private static readonly HashSet<string> Ways =
    [
        "IgnoreQueryFilters", "ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync", "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlRaw", "ExecuteSqlRawAsync",
        "ExecuteSqlInterpolated", "ExecuteSqlInterpolatedAsync", "FromSql", "FromSqlRaw", "FromSqlInterpolated", "SqlQuery", "SqlQueryRaw", "GetDbConnection",
        nameof(ActingScope.AllowAnyOrganization),
    ];

    private static readonly Assembly[] Ours = [typeof(CoreServices).Assembly, typeof(WebHost).Assembly, Assembly.Load("Marshrut.Seeding")];

    [Fact]
    public void Whatever_goes_round_a_net_is_on_the_list()
    {
        Seen(Ours).Except(Listed()).ShouldBeEmpty("Write the class and the way into src/Marshrut.Core/bypasses.txt, with the reason, or do without.");
    }

    [Fact]
    public void The_list_names_nothing_that_is_gone()
    {
        Listed().Except(Seen(Ours)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_line_of_the_list_has_a_reason()
    {
        File.ReadLines(Path.Combine(Repository.Root, "src/Marshrut.Core/bypasses.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .ShouldAllBe(line => line.Contains('#') && line.Split('#', 2)[1].Trim().Length > 20);
    }

    /// <summary>Were the reader blind, the list would be empty and all would pass.</summary>
    [Fact]
    public void The_reader_sees_a_way_round_a_net()
    {
        Seen([typeof(BypassTests).Assembly]).ShouldContain($"{typeof(Trespasser).FullName} IgnoreQueryFilters");
        Seen([typeof(BypassTests).Assembly]).ShouldContain($"{typeof(Trespasser).FullName} ExecuteDeleteAsync");
    }

    private static HashSet<string> Seen(IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(CodeReader.References).Where(reference => reference.To is MethodBase && Ways.Contains(reference.To.Name)).Select(reference => $"{reference.From.FullName} {reference.To.Name}"),
    ];

    private static HashSet<string> Listed() => [.. Repository.Lines("src/Marshrut.Core/bypasses.txt")];
}
