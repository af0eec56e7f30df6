using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Marshrut.Core.Platform.Documents;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Cases.Plans;

/// <summary>The plan as a DOCX: the same paper as the print page, which can be written in.</summary>
public static class PlanDocument
{
    /// <summary>Widths of the columns in twentieths of a point: №, what, where, term, who, mark.</summary>
    private static readonly int[] widths = [500, 3300, 1700, 1250, 1700, 1500];

    private static readonly string[] heads = ["№", "Что делаем", "Где", "Срок", "Отвечает", "Отметка"];

    /// <param name="paper">What <see cref="PrintPlan"/> gave.</param>
    /// <param name="output">Gets the file; left open.</param>
    public static void Write(PlanPaper paper, Stream output)
    {
        var (content, plan) = (paper.Content, paper.Content.Plan!);
        using var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        var body = new Body();
        main.Document = new Document(body);
        body.Append(PaperLine.Of(paper.CentreName), PaperLine.Of(paper.CentreAddress ?? ""));
        body.Append(PaperLine.Of($"Версия {plan.Number}, срок плана: по {Russian.DateInWords(plan.EndsOn)}", right: true));
        body.Append(PaperLine.Of("План сопровождения", bold: true, size: 32, centre: true), PaperLine.Of(PlanWords.NotArticle26, size: 18, centre: true));
        body.Append(PaperLine.Of($"Фамилия, имя, отчество: {FullName(content)}, {content.Person.BirthDate.Year} г. р."));
        if (StudyOf(content) is { } study)
        {
            body.Append(PaperLine.Of($"Учится или окончил: {study}"));
        }

        body.Append(PaperLine.Of($"Куратор: {content.Curator ?? "не назначен"}"));
        body.Append(Table(plan));
        body.Append(PaperLine.Of(""), PaperLine.Of("Даты явки", bold: true), PaperLine.Of(VisitsOf(content)));
        body.Append(PaperLine.Of(""), PaperLine.Of("С планом согласен: ______________________ / ____________ "), PaperLine.Of("Куратор: ______________________ / ____________ "));
        body.Append(PaperLine.Sheet());
        main.Document.Save();
    }

    /// <summary>«Заречный политехнический колледж, 23.02.07 …, группа ТО-41, выпуск 2027»; null: no study is known.</summary>
    public static string? StudyOf(CasePlan content) => content.Study is not { } study
        ? null
        : string.Join(", ", new[]
        {
            content.Line.SenderName, $"{study.ProgrammeCode} {content.ProgrammeName}".Trim(), study.Group is { } group ? $"группа {group}" : null, $"выпуск {study.GraduationYear}",
        }.Where(part => !string.IsNullOrEmpty(part)));

    public static string FullName(CasePlan content) => $"{content.Person.LastName} {content.Person.FirstName} {content.Person.MiddleName}".TrimEnd();

    /// <summary>«24 ноября 2026, 15:30, каб. 6», the planned ones in their order.</summary>
    public static string VisitsOf(CasePlan content) => content.Visits.Where(visit => visit.State == VisitState.Planned).OrderBy(visit => visit.On).ThenBy(visit => visit.From)
        .Select(visit => string.Join(", ", new[] { Russian.DateInWords(visit.On), Russian.Time(visit.From), visit.Words.Place }.OfType<string>())).ToList() is { Count: > 0 } planned
        ? string.Join(" · ", planned)
        : "Пока не назначены";

    /// <summary>What stands in the last column: the mark of a step that is done, room to write for others.</summary>
    public static string MarkOf(StepLine step) => step.State == StepState.Done ? "Сделано" + (step.Words.Result is { } result ? $", {result}" : "") : "";

    private static Table Table(PlanCard plan)
    {
        var table = new Table(new TableProperties(
            new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
            new TableLayout { Type = TableLayoutValues.Fixed }));
        table.Append(new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(heads.Select((text, place) => Cell(text, widths[place], bold: true)));
        table.Append(head);
        foreach (var goal in plan.Goals)
        {
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell($"Цель {goal.Number}. {goal.Words}", widths.Sum(), bold: true, span: widths.Length)));
            foreach (var step in goal.Steps.Where(step => step.State != StepState.Dropped))
            {
                var row = new TableRow(new TableRowProperties(new CantSplit()));
                var title = step.Words.Details is { } details ? $"{step.Words.Title}. {details}" : step.Words.Title;
                string[] cells = [$"{step.Number}", title, step.Words.Place ?? "", Russian.Date(step.DueOn), step.Who, MarkOf(step)];
                row.Append(cells.Select((text, place) => Cell(text, widths[place])));
                table.Append(row);
            }
        }

        return table;
    }

    private static TableCell Cell(string text, int width, bool bold = false, int span = 1)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span }, new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EFEFEF" });
        }

        return new TableCell(properties, PaperLine.Of(text, bold, size: 20, space: 0));
    }
}
