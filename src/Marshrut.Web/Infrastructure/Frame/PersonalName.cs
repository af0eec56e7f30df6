namespace Marshrut.Web.Infrastructure.Frame;

/// <summary>Names as lists and signatures write them.</summary>
public static class PersonalName
{
    /// <summary>Of staff: «Мельникова Ольга Сергеевна» → «Мельникова О. С.».</summary>
    public static string Short(string fullName) =>
        fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var surname, var name, .. var rest] && name.Length > 2 && rest.Length < 3
            ? string.Join('\u00a0', [surname, .. new[] { name }.Concat(rest.Take(1)).Select(part => part[..1] + ".")])
            : fullName;

    /// <summary>Of people in a list, the patronymic alone: «Игоревна» → «И.»; empty where there is none.</summary>
    public static string Initial(string? middleName) => string.IsNullOrEmpty(middleName) ? "" : middleName[..1] + ".";
}
