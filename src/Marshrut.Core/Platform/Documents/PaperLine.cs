using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Marshrut.Core.Platform.Documents;

/// <summary>One paragraph of a DOCX.</summary>
internal static class PaperLine
{
    private const string Font = "Times New Roman";

    /// <param name="size">In half points.</param>
    /// <param name="space">After it, in twentieths of a point.</param>
    public static Paragraph Of(string text, bool bold = false, int size = 22, bool centre = false, bool right = false, int space = 80)
    {
        var run = new RunProperties(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font });
        if (bold)
        {
            run.Append(new Bold());
        }

        run.Append(new FontSize { Val = $"{size}" });
        var paragraph = new ParagraphProperties(new SpacingBetweenLines { After = $"{space}", Before = "0" });
        if (centre || right)
        {
            paragraph.Append(new Justification { Val = centre ? JustificationValues.Center : JustificationValues.Right });
        }

        return new Paragraph(paragraph, new Run(run, new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    /// <summary>A4 with the margins of an office paper.</summary>
    public static SectionProperties Sheet() => new(
        new PageSize { Width = 11_906U, Height = 16_838U }, new PageMargin { Top = 850, Bottom = 850, Left = 1_134U, Right = 850U, Header = 400U, Footer = 400U, Gutter = 0U });
}
