using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Risk;
using Marshrut.Web.Pages.Profiling.Groups;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Marshrut.Web.Pages.Risk;

/// <summary>The address of a list of levels: tab, conditions and place, each of them a part of the query that a link or a form carries.</summary>
public sealed record RiskQuery
{
    public RiskTab Tab { get; init; }

    public string? Programme { get; init; }

    public int? Course { get; init; }

    public string? Group { get; init; }

    /// <summary>Code of a characteristic.</summary>
    public string? Present { get; init; }

    public string? Unknown { get; init; }

    public bool NoConsent { get; init; }

    public bool Preliminary { get; init; }

    /// <summary>Code of a client group.</summary>
    public string? Circle { get; init; }

    /// <summary>Code of a stage.</summary>
    public string? Stage { get; init; }

    /// <summary>Whom the client group and the stage name; null until <see cref="Within"/> has found them.</summary>
    [BindNever]
    public Circle? Found { get; init; }

    /// <summary>Shares by: «course», «group», else by programme.</summary>
    public string? By { get; init; }

    /// <summary>Show facts of health too.</summary>
    public bool Special { get; init; }

    public long? After { get; init; }

    public long? Before { get; init; }

    /// <summary>Everybody that the filter finds is chosen.</summary>
    public bool All { get; init; }

    /// <exception cref="InvalidOperationException">The address names a circle and <see cref="Within"/> has not found it: a list that forgot to look would act on everybody.</exception>
    public RiskFilter Filter() => new(Tab, Empty(Programme), Course, Empty(Group), Empty(Present), Empty(Unknown), NoConsent, Preliminary, Only);

    public ResultsKey Key => new(After, Before);

    /// <summary>Does the list stand on facts of health or restricted ones?</summary>
    public bool FiltersBySpecial => new[] { Present, Unknown }.Any(code => code is not null && Characteristics.Find(code)?.Sensitivity is Sensitivity.Special or Sensitivity.Restricted);

    /// <summary>The query as values of an address; the place on the page is left out.</summary>
    public Dictionary<string, string?> Values()
    {
        var values = new Dictionary<string, string?>();
        void Put(string name, object? value)
        {
            if (value is not null and not false and not "")
            {
                values[name] = value is true ? "true" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        Put("tab", Tab == RiskTab.Waiting ? null : Tab.ToString().ToLowerInvariant());
        Put("programme", Programme);
        Put("course", Course);
        Put("group", Group);
        Put("present", Present);
        Put("unknown", Unknown);
        Put("noConsent", NoConsent);
        Put("preliminary", Preliminary);
        Put(FindCircle.GroupName, Circle);
        Put(FindCircle.StageName, Stage);
        Put("by", By);
        Put("special", Special);
        Put("all", All);
        Put("after", After);
        Put("before", Before);
        return values;
    }

    public string Href(string page) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(page, Values());

    /// <summary>The same with the people of its client group and stage found.</summary>
    public async Task<RiskQuery> Within(FindCircle circles, CancellationToken cancel) => this with { Found = await circles.Find(Circle, Stage, cancel) };

    /// <summary>Without the place on the page and the choice.</summary>
    public RiskQuery First() => this with { After = null, Before = null, All = false };

    private IReadOnlySet<long>? Only => Found is null && (Empty(Circle) ?? Empty(Stage)) is not null
        ? throw new InvalidOperationException("The circle of the list was not found yet.")
        : Found?.Only;

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
