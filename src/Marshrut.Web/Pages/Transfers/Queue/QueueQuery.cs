using System.Globalization;
using Marshrut.Core.Transfers.Queue;
using Microsoft.AspNetCore.WebUtilities;

namespace Marshrut.Web.Pages.Transfers.Queue;

/// <summary>The address of the queue: conditions and place.</summary>
public sealed record QueueQuery
{
    public long? From { get; init; }

    public string? District { get; init; }

    public bool Late { get; init; }

    public bool Asked { get; init; }

    /// <summary>Everybody that the filter finds is chosen.</summary>
    public bool All { get; init; }

    /// <summary>«2026-11-30.7.123»: term, priority and id of the last line before.</summary>
    public string? After { get; init; }

    public QueueFilter Filter => new(From, string.IsNullOrEmpty(District) ? null : District, Late, Asked);

    /// <summary>Null: the first page, also where the address was spoilt.</summary>
    public QueueKey? Key => After?.Split('.') is [var day, var priority, var id]
        && DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var answerBy)
        && int.TryParse(priority, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new QueueKey(answerBy, weight, number)
            : null;

    public static string Place(QueueKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.AnswerBy:O}.{key.Priority}.{key.Id}");

    public string Href(string page)
    {
        var values = new Dictionary<string, string?>();
        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                values[name] = value;
            }
        }

        Put("from", From?.ToString(CultureInfo.InvariantCulture));
        Put("district", District);
        Put("late", Late ? "true" : null);
        Put("asked", Asked ? "true" : null);
        Put("all", All ? "true" : null);
        Put("after", After);
        return QueryHelpers.AddQueryString(page, values);
    }

    /// <summary>Without the place on the page and the choice.</summary>
    public QueueQuery First() => this with { After = null, All = false };
}
