using System.Text.RegularExpressions;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Seeding.Demo;

namespace Marshrut.E2E;

/// <summary>
/// Every role walks through its sections and, in each, through one page of every kind that it finds a link to. On each page, wide and as a phone:
/// it answers, axe finds nothing serious, nothing is wider than the screen, the console is quiet. After the journeys, for they leave more to see.
/// </summary>
[Collection(nameof(AfterJourneys))]
public partial class Crawl(Sites sites)
{
    private const int MostPages = 60;

    [Fact]
    public async Task Each_kind_of_page_of_a_role_opens_quietly_and_is_accessible_wide_and_on_a_phone()
    {
        // Who may do most goes first: a page is looked at closely once for all roles that may do the same or less. Axe is slow.
        var examined = new List<(IReadOnlySet<Permission> Permissions, string Kind)>();
        var findings = new List<string>();
        foreach (var person in DemoSignIn.Shown.OrderByDescending(person => RolePermissions.Of(person.Role).Count))
        {
            findings.AddRange((await Walk(person, examined)).Select(finding => $"{person.Login}: {finding}"));
        }

        findings.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> Walk(DemoSignIn person, List<(IReadOnlySet<Permission> Permissions, string Kind)> examined)
    {
        await using var visit = await sites.Open(DatabaseProvider.Sqlite, person.Login);
        await visit.Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
        var permissions = RolePermissions.Of(person.Role);
        var findings = new List<string>();
        var kinds = new HashSet<string>();
        var ahead = new Queue<string>([new Uri(visit.Page.Url).PathAndQuery, "/account"]);
        while (ahead.TryDequeue(out var address) && kinds.Count < MostPages)
        {
            if (!kinds.Add(KindOf(address)))
            {
                continue;
            }

            var answer = await visit.Page.GotoAsync(address);
            if (answer!.Status != 200)
            {
                findings.Add($"{address} answers {answer.Status}");
                continue;
            }

            foreach (var next in await visit.Page.Locator("a[href^='/']:not([download], [data-download]), a[href^='?']").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname + link.search)"))
            {
                if (!IsFile().IsMatch(next))
                {
                    ahead.Enqueue(next);
                }
            }

            if (examined.Any(seen => seen.Kind == KindOf(address) && seen.Permissions.IsSupersetOf(permissions)))
            {
                continue;
            }

            examined.Add((permissions, KindOf(address)));
            findings.AddRange(await visit.Barriers());
        }

        kinds.Count.ShouldBeGreaterThan(2, person.Login);
        return [.. findings.Concat(visit.ConsoleErrors).Distinct()];
    }

    /// <summary>Pages that differ in an id, a person or a condition alone are of one kind; a tab is a kind of its own.</summary>
    private static string KindOf(string address)
    {
        var path = Number().Replace(address.Split('?')[0], "/…");
        return Place().Replace(path, "…") + Tab().Match(address).Value;
    }

    [GeneratedRegex(@"/\d+(?=/|$)(?<!/r/\d\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^/o/[^/]+|(?<=^/admin/organizations/)(?!add$)[^/]+")]
    private static partial Regex Place();

    [GeneratedRegex(@"\btab=\w+")]
    private static partial Regex Tab();

    [GeneratedRegex(@"handler=|\.(xlsx|csv)\b")]
    private static partial Regex IsFile();
}

/// <summary>Runs when nothing else does.</summary>
[CollectionDefinition(nameof(AfterJourneys), DisableParallelization = true)]
public sealed class AfterJourneys;
