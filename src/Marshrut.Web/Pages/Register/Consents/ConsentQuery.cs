using System.Globalization;
using Marshrut.Core.People;
using Marshrut.Core.Register.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Register.Consents;

/// <summary>The address of a register of consents.</summary>
public sealed record ConsentQuery
{
    private static readonly Dictionary<string, ConsentPurpose> purposes = new() { ["transfer"] = ConsentPurpose.Transfer, ["health"] = ConsentPurpose.Health, ["risk"] = ConsentPurpose.Risk };

    private static readonly Dictionary<string, ConsentState> states = new()
    {
        ["given"] = ConsentState.Given,
        ["missing"] = ConsentState.Missing,
        ["expiring"] = ConsentState.Expiring,
        ["outgrown"] = ConsentState.Outgrown,
        ["nobody"] = ConsentState.NamesNobody,
        ["withdrawn"] = ConsentState.Withdrawn,
    };

    [FromQuery(Name = "purpose")]
    public string? PurposeCode { get; init; }

    [FromQuery(Name = "state")]
    public string? StateCode { get; init; }

    public string? Group { get; init; }

    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    /// <summary>The last line of the page before.</summary>
    public long? After { get; init; }

    /// <summary>The first line of the page after.</summary>
    public long? Before { get; init; }

    public ConsentPurpose Purpose => purposes.GetValueOrDefault(PurposeCode ?? "", ConsentPurpose.Transfer);

    public ConsentState? State => states.TryGetValue(StateCode ?? "", out var state) ? state : null;

    public ConsentFilter Filter => new(Purpose, State, string.IsNullOrWhiteSpace(Group) ? null : Group, string.IsNullOrWhiteSpace(Search) ? null : Search.Trim());

    public static string Code(ConsentPurpose purpose) => purposes.First(pair => pair.Value == purpose).Key;

    public ConsentQuery In(ConsentState? state) => First() with { StateCode = state is { } wanted ? states.First(pair => pair.Value == wanted).Key : null };

    public ConsentQuery First() => this with { After = null, Before = null };

    public string Href(string page)
    {
        var values = new Dictionary<string, string?>();
        void Put(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                values[name] = value;
            }
        }

        Put("purpose", Purpose == ConsentPurpose.Transfer ? null : Code(Purpose));
        Put("state", StateCode);
        Put("group", Group);
        Put("q", Search);
        Put("after", After?.ToString(CultureInfo.InvariantCulture));
        Put("before", Before?.ToString(CultureInfo.InvariantCulture));
        return QueryHelpers.AddQueryString(page, values);
    }
}
