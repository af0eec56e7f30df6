using Marshrut.Rules.Figures;
using Marshrut.Rules.Language;

namespace Marshrut.Web.Ui.Marks;

/// <summary>Counts that may be hidden (R47), in words.</summary>
public static class ShownCounts
{
    public static string Words(this ShownCount count) => count.How switch
    {
        CountShown.Fewer => $"<{Russian.Nbsp}{HiddenCounts.Least}",
        CountShown.Hidden => "скрыто",
        _ => Russian.Number(count.Value),
    };

    /// <summary>«44,5 %» where both numbers may be shown: a share of a hidden one would tell it.</summary>
    public static string ShareOf(this ShownCount part, ShownCount whole) =>
        part.IsShown && whole.IsShown ? Russian.Percent(part.Value, whole.Value) : "—";

    /// <summary>«62 % определённых»; nothing where a count is hidden.</summary>
    public static string ShareOf(this ShownCount part, ShownCount whole, string people) =>
        part.IsShown && whole.IsShown ? $"{part.ShareOf(whole)} {people}" : "";
}
