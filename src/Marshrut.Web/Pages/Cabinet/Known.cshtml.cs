using Marshrut.Core.Register.Cards;
using Marshrut.Rules.Risk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>«Что обо мне известно и откуда».</summary>
[AllowAnonymous]
public sealed class KnownModel(ShowPerson show) : CabinetPages
{
    public PersonCard Card { get; private set; } = null!;

    public bool IsOpened { get; private set; }

    public IEnumerable<CardFact> Facts => Card.Facts.Where(fact => fact is { IsReplaced: false, Value: not null });

    public IEnumerable<(string Title, string? Value)> Values =>
    [
        ("Фамилия, имя, отчество", string.Join(' ', new[] { Card.Person.LastName, Card.Person.FirstName, Card.Person.MiddleName }.OfType<string>())),
        ("Дата рождения", Marshrut.Rules.Language.Russian.Date(Card.Person.BirthDate)),
        ("СНИЛС", Card.Person.Snils is { Length: > 4 } snils ? $"…{snils[^4..]}" : null),
        ("Телефон", Card.Person.Phone),
        ("Почта", Card.Person.Email),
        ("Район проживания", Card.Person.District),
        ("Район после выпуска", Card.Person.DistrictAfter),
        ("Программа", Card.Shown.ProgrammeName ?? Card.Shown.Values.ProgrammeCode),
        ("Группа", Card.Shown.Values.Group),
        ("Год выпуска", Card.Shown.Values.GraduationYear.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    public Task<IActionResult> OnGet(CancellationToken cancel) => Load(FactAccess.Ordinary, cancel);

    /// <summary>With what is not shown at once; the look goes into the journal.</summary>
    public Task<IActionResult> OnPostOpen(CancellationToken cancel) => Load(FactAccess.Special, cancel);

    private async Task<IActionResult> Load(FactAccess access, CancellationToken cancel)
    {
        IsOpened = access == FactAccess.Special;
        Card = (await show.Show(Own.EnrolmentId, access, cancel))!;
        return Page();
    }
}
