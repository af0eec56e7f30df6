using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary>Named places of a part that its inner tags fill: actions, context, note, foot, beside.</summary>
public sealed class Slots
{
    private readonly Dictionary<string, IHtmlContent> _filled = new(StringComparer.Ordinal);

    public IHtmlContent? this[string name]
    {
        get => _filled.GetValueOrDefault(name);
        set => _filled[name] = value!;
    }

    /// <summary>Opens the places of one part; inner parts open their own.</summary>
    public static Slots Open(TagHelperContext context)
    {
        var slots = new Slots();
        context.Items[typeof(Slots)] = slots;
        return slots;
    }

    public static Slots? Of(TagHelperContext context) => context.Items.TryGetValue(typeof(Slots), out var slots) ? (Slots)slots : null;
}
