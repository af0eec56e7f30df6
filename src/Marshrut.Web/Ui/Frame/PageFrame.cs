namespace Marshrut.Web.Ui.Frame;

/// <summary>
/// What the staff layout shows around a page: who works, where, and the sections of the role. A page filter fills it once a
/// request (<see cref="PageFrames.SetPageFrame"/>); pages without it are shown in an empty frame.
/// </summary>
public sealed record PageFrame
{
    public static readonly PageFrame Empty = new();

    public string? OrganisationName { get; init; }

    /// <summary>«Центр карьеры», «Верхнереченск, 3 района».</summary>
    public string? OrganisationLine { get; init; }

    /// <summary>«Мельникова О. С.»</summary>
    public string? UserName { get; init; }

    /// <summary>«специалист ЦК»</summary>
    public string? RoleName { get; init; }

    /// <summary>«2026/27»</summary>
    public string? StudyYear { get; init; }

    public IReadOnlyList<NavigationItem> Items { get; init; } = [];

    /// <summary>Where the search of the header leads (GET, parameter q); without it there is no search.</summary>
    public string? SearchHref { get; init; }

    public string SearchPrompt { get; init; } = "Найти человека";

    public string? NoticesHref { get; init; }

    public int Notices { get; init; }

    /// <summary>
    /// Counts what the frame shows. Asked when the layout is written, after the work of the page: a form that was just taken or refused is in the
    /// numbers, and an answer without a frame costs nothing.
    /// </summary>
    public Func<Task<FrameCounts>>? Count { get; init; }

    /// <summary>Lines of the menu under the user's name, before «Выйти».</summary>
    public IReadOnlyList<NavigationItem> UserMenu { get; init; } = [];

    /// <summary>Where «Выйти» posts; without it the line is not shown.</summary>
    public string? SignOutHref { get; init; }

    public string? HelpHref { get; init; }

    public string HomeHref { get; init; } = "/";

    /// <summary>The frame with its numbers in it.</summary>
    public async Task<PageFrame> Counted()
    {
        if (Count is null)
        {
            return this;
        }

        var counts = await Count();
        return this with
        {
            Count = null,
            Notices = counts.Notices,
            Items = [.. Items.Select(item => counts.Waiting.FirstOrDefault(one => item.Href.EndsWith(one.Key, StringComparison.Ordinal)) is { Value: > 0 } found ? item with { Count = found.Value } : item)],
        };
    }

    /// <summary>Two letters for the circle: «Мельникова О. С.» → «ОМ», as people read them, name first.</summary>
    public string Initials
    {
        get
        {
            var words = (UserName ?? string.Empty).Split([' ', '\u00a0', '.'], StringSplitOptions.RemoveEmptyEntries);
            return words switch
            {
                [] => string.Empty,
                [var only] => only[..1].ToUpperInvariant(),
                [var surname, var name, ..] => string.Concat(name.AsSpan(0, 1), surname.AsSpan(0, 1)).ToUpperInvariant(),
            };
        }
    }

    /// <summary>The section the address belongs to: the one marked, else the longest that begins it.</summary>
    public NavigationItem? Current(PathString path) =>
        Items.FirstOrDefault(item => item.Active)
        ?? Items.Where(item => path.StartsWithSegments(item.Href) || item.Href == path.Value).MaxBy(item => item.Href.Length);
}
