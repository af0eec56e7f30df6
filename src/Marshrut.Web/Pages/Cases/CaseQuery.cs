using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Lists;
using Marshrut.Rules.Cases;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Cases;

/// <summary>The address of a list of cases.</summary>
public sealed record CaseQuery
{
    public const string Everybody = "all";

    public CaseTab Tab { get; init; }

    /// <summary>Id of a curator, «all», or nothing: a specialist begins with the own people, a head with everybody.</summary>
    public string? Curator { get; init; }

    public CaseOutcome? Outcome { get; init; }

    public long? From { get; init; }

    public string? District { get; init; }

    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    public int? Silent { get; init; }

    /// <summary>Everybody that the filter finds is chosen.</summary>
    public bool All { get; init; }

    public long? After { get; init; }

    public long? Before { get; init; }

    /// <summary>Whose people are shown first: a specialist's own, everybody's (null) to a head.</summary>
    public static long? Own(Workplace workplace) => workplace.Posts.Any(post => post.Role == Role.EmploymentHead) ? null : workplace.User!.Id;

    /// <param name="own">Whose people are shown where nothing is asked for; null: everybody's.</param>
    public long? CuratorId(long? own) => Tab == CaseTab.Uncurated || Curator == Everybody ? null
        : long.TryParse(Curator, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : own;

    /// <inheritdoc cref="CuratorId"/>
    public CaseFilter Filter(long? own) => new(
        Tab, CuratorId(own), Outcome, From, string.IsNullOrWhiteSpace(District) ? null : District, string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Silent is > 0 ? Silent : null);

    public string Href(string page)
    {
        var values = new Dictionary<string, string?>();
        void Put(string name, object? value)
        {
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
            {
                values[name] = text;
            }
        }

        Put("tab", Tab == CaseTab.Active ? null : Tab.ToString().ToLowerInvariant());
        Put("curator", Curator);
        Put("outcome", Outcome?.ToString().ToLowerInvariant());
        Put("from", From);
        Put("district", District);
        Put("q", Search);
        Put("silent", Silent);
        Put("all", All ? "true" : null);
        Put("after", After);
        Put("before", Before);
        return QueryHelpers.AddQueryString(page, values);
    }

    /// <summary>Without the place on the page and the choice.</summary>
    public CaseQuery First() => this with { After = null, Before = null, All = false };

    /// <summary>Another tab of the same curator.</summary>
    public CaseQuery In(CaseTab tab) => new() { Tab = tab, Curator = Curator };

    public CaseQuery Whole() => new() { Tab = Tab, Curator = Curator };
}
