using System.Globalization;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Profiling.Requests;

/// <summary>The address of a list of requests.</summary>
public sealed record RequestQuery
{
    public RequestState State { get; init; } = RequestState.Open;

    public string? Type { get; init; }

    public long? By { get; init; }

    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    public long? After { get; init; }

    public long? Before { get; init; }

    public RequestFilter Filter => new(
        Enum.IsDefined(State) ? State : RequestState.Open, string.IsNullOrWhiteSpace(Type) ? null : Type, By, string.IsNullOrWhiteSpace(Search) ? null : Search.Trim());

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

        Put("state", State == RequestState.Open ? null : State.ToString().ToLowerInvariant());
        Put("type", Type);
        Put("by", By);
        Put("q", Search);
        Put("after", After);
        Put("before", Before);
        return QueryHelpers.AddQueryString(page, values);
    }

    /// <summary>Without the place on the page.</summary>
    public RequestQuery First() => this with { After = null, Before = null };

    public RequestQuery In(RequestState state) => First() with { State = state };

    /// <summary>Without conditions.</summary>
    public RequestQuery Whole() => new() { State = State };
}
