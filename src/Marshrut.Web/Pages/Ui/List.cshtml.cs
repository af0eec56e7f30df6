using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Ui;

/// <summary>A list of people in the frame, with invented people: how the parts stand together.</summary>
[AllowAnonymous]
public sealed class ListModel : PageModel
{
    public IReadOnlyList<Row> Rows { get; } =
    [
        new("Абрамов Кирилл", "Д.", "54.02.01", "ДЗ-41", 8, ["низкая занятость", "нет опыта", "нет встреч с работодателями", "нет резюме", "нет места"], [], true, "принят", Tone.Good),
        new("Белоусова Алина", "Р.", "54.02.01", "ДЗ-41", 7, ["низкая занятость", "нет опыта", "нет резюме", "нет места"], [], true, "ждёт приёма", Tone.Wait),
        new("Васильев Тимур", "О.", "43.02.15", "ПК-41", 6, ["нет опыта", "нет резюме", "нет места"], ["встречи"], false, null, Tone.Quiet, Chosen: true),
        new("Гордеева Полина", "А.", "38.02.01", "ЭБ-31", 6, ["нет опыта", "нет резюме"], [], true, "возвращён", Tone.Bad, "arrow-back-up"),
        new("Дроздов Илья", "П.", "23.02.07", "ТО-41", 6, ["военная служба", "нет опыта", "нет резюме", "нет места"], [], true, "план, 3 из 6", Tone.Quiet, "list-check"),
        new("Ермакова Софья", "И.", "38.02.01", "ЭБ-31", 5, ["нет опыта", "нет резюме", "нет места"], [], true, "принят", Tone.Good),
        new("Исаев Руслан", "М.", "13.02.11", "ЭМ-42", 5, ["сирота", "нет резюме", "нет места"], [], true, "план, 2 из 5", Tone.Quiet, "list-check"),
        new("Кондратьева Дарья", "Н.", "43.02.15", "ПК-42", 4, ["отпуск по уходу", "нет места"], ["резюме"], true, "план, 1 из 4", Tone.Quiet, "list-check"),
        new("Кузьмин Артур", "В.", "09.02.07", "ИС-41", 4, ["не по специальности", "нет резюме"], [], true, "работает", Tone.Good, "briefcase"),
    ];

    public void OnGet() => HttpContext.ShowLivingFrame("/_ui/list");

    /// <summary>A row of the list.</summary>
    public sealed record Row(
        string Name,
        string Middle,
        string Programme,
        string Group,
        int Priority,
        string[] Present,
        string[] Unknown,
        bool Consent,
        string? Transfer,
        Tone Tone,
        string? Icon = null,
        bool Chosen = false);
}
