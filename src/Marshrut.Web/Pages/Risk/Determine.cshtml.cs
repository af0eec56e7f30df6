using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Risk;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Risk;

/// <summary>Determination of risk over a part of the register: a programme, a course, a group, the last course, those who have no level.</summary>
public sealed class DetermineModel(ListChoices choices, EnqueueJob enqueue, Workplace workplace) : PageModel
{
    public enum Circle
    {
        Everybody,
        LastCourse,
        WithoutLevel,
    }

    [BindProperty]
    public DetermineForm Input { get; set; } = new();

    public EnrolmentChoices Choices { get; private set; } = null!;

    public string Results => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}/risk";

    public Task OnGet(string? programme, int? course, string? group, CancellationToken cancel)
    {
        Input = new DetermineForm { Programme = programme, Course = course, Group = group };
        return Load(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Load(cancel);
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        // Arguments of a job are kept as plain text: only what the register itself offers goes in, nothing typed by hand.
        var part = new AssessedPart(
            Choices.Programmes.Select(row => row.Code).FirstOrDefault(code => code == Input.Programme),
            Choices.Courses.Select(course => (int?)course).FirstOrDefault(course => course == Input.Course),
            Choices.Groups.FirstOrDefault(group => group == Input.Group),
            Input.Who == Circle.WithoutLevel);
        if (part with { WithoutLevel = false } != new AssessedPart(Blank(Input.Programme), Input.Course, Blank(Input.Group)))
        {
            ModelState.AddModelError("", "В реестре больше нет такого направления, курса или группы. Выберите из списка.");
            return this.NotTaken();
        }

        var id = await enqueue.Enqueue(AssessWork.Name, new AssessOrder(Input.Who == Circle.LastCourse, Part: part == AssessedPart.Whole ? null : part), cancel);
        return Redirect(FormattableString.Invariant($"{Results}/runs/{id}"));
    }

    public IEnumerable<SelectListItem> Items(IEnumerable<(string Value, string Words)> pairs, string? chosen) =>
        pairs.Select(pair => new SelectListItem(pair.Words, pair.Value, pair.Value == chosen));

    private async Task Load(CancellationToken cancel) => Choices = (await choices.Read(cancel)).Choices;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    public sealed class DetermineForm
    {
        public Circle Who { get; set; }

        public string? Programme { get; set; }

        public int? Course { get; set; }

        public string? Group { get; set; }
    }
}
