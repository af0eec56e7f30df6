using Marshrut.Core.People;
using Marshrut.Core.Register.Consents;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Register.Consents;

/// <summary>«Тексты согласий»: the one in use for each purpose, and those before it.</summary>
public sealed class TextsModel(Workplace workplace, FindConsentText find) : ConsentPages(workplace)
{
    public IReadOnlyList<(ConsentPurpose Purpose, IReadOnlyList<ConsentTextVersion> Versions)> Texts { get; private set; } = [];

    public static string TermWords(ConsentTextVersion version) => version.TermMonths is { } months
        ? $"Действует {Russian.Count(months, "месяц", "месяца", "месяцев")} со дня подписи"
        : "Действует до отзыва";

    public static IEnumerable<string> Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string ChangePath(ConsentPurpose purpose) => $"{Path}/texts/{ConsentQuery.Code(purpose)}";

    public async Task OnGet(CancellationToken cancel)
    {
        var texts = new List<(ConsentPurpose, IReadOnlyList<ConsentTextVersion>)>();
        foreach (var purpose in Purposes)
        {
            texts.Add((purpose, await find.Find(purpose, cancel)));
        }

        Texts = texts;
    }
}
