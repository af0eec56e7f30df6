using System.Globalization;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Transfers.Queue;

/// <summary>What was answered in the last month: taken over, by name, or given back, without one.</summary>
public sealed class AnsweredModel(Workplace workplace, Moments moments, CountQueue count, ListAnswers list) : QueuePages(workplace)
{
    /// <summary>«returned»; anything else: taken over.</summary>
    [BindProperty(SupportsGet = true, Name = "what")]
    public string? What { get; set; }

    /// <summary>«639… .123»: moment and id of the last line before.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public bool Returned => What == "returned";

    public QueueFigures Figures { get; private set; } = null!;

    public AnswerPage Answers { get; private set; } = null!;

    public Moments Moments => moments;

    public string Here => Path + "/answered" + (Returned ? "?what=returned" : "");

    public string? NextHref => Answers.After is { } key
        ? string.Create(CultureInfo.InvariantCulture, $"{Here}{(Returned ? '&' : '?')}after={key.At.Ticks}.{key.Id}")
        : null;

    public async Task OnGet(CancellationToken cancel)
    {
        Figures = await count.Count(cancel);
        Answers = await list.List(Returned, Key, cancel);
    }

    /// <summary>Null: the first page, also where the address was spoilt.</summary>
    private AnswerKey? Key => After?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment <= DateTime.MaxValue.Ticks
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AnswerKey(new DateTime(moment, DateTimeKind.Utc), number)
            : null;
}
