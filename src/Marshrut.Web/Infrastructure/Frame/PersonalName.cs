namespace Marshrut.Web.Infrastructure.Frame;

/// <summary>Names of staff: «Мельникова Ольга Сергеевна» → «Мельникова О. С.».</summary>
public static class PersonalName
{
    public static string Short(string fullName) =>
        fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var surname, var name, .. var rest] && name.Length > 2 && rest.Length < 3
            ? string.Join('\u00a0', [surname, .. new[] { name }.Concat(rest.Take(1)).Select(part => part[..1] + ".")])
            : fullName;
}
