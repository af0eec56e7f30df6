namespace Marshrut.Web.Ui.Frame;

/// <summary>A section in the sidebar. Sections that do not exist yet are not listed.</summary>
/// <param name="Href">Address of the section; the one that begins the present address is shown as current.</param>
/// <param name="Icon">A line of build/icons.txt.</param>
/// <param name="Text">One or two words.</param>
/// <param name="Count">How many things wait there (not how many records there are, except people).</param>
/// <param name="Active">Says that this section is current where addresses do not tell.</param>
/// <param name="Group">Heading under which it stands («Настройка»); null is the main list.</param>
public sealed record NavigationItem(string Href, string Icon, string Text, long? Count = null, bool Active = false, string? Group = null);
