using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Marshrut.Core.Platform.Documents;

namespace Marshrut.Core.Cabinet.Cvs;

/// <summary>The CV as a DOCX: the same paper as the print page.</summary>
public static class CvDocument
{
    private const int NameSize = 36;
    private const int HeadSize = 24;

    /// <param name="output">Gets the file; left open.</param>
    public static void Write(CvPaper paper, Stream output)
    {
        var cv = paper.Content;
        using var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        var body = new Body();
        main.Document = new Document(body);
        body.Append(PaperLine.Of(paper.FullName, bold: true, size: NameSize), PaperLine.Of(cv.Position ?? "", size: HeadSize));
        foreach (var line in new[] { cv.Phone, cv.Email, cv.Terms }.OfType<string>())
        {
            body.Append(PaperLine.Of(line));
        }

        Part(body, "Опыт и практика", cv.Places.SelectMany(place => new[] { string.Join(", ", new[] { place.Who, place.Where, place.When }.OfType<string>()), place.What }.OfType<string>()));
        Part(body, "Образование", Lines(cv.Education));
        Part(body, "Навыки", Lines(cv.Skills));
        Part(body, "Дополнительно", Lines(cv.More));
        Part(body, "О себе", Lines(cv.About));
        body.Append(PaperLine.Sheet());
        main.Document.Save();
    }

    private static void Part(Body body, string head, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            body.Append(PaperLine.Of(""), PaperLine.Of(head, bold: true, size: HeadSize));
            all.ForEach(line => body.Append(PaperLine.Of(line)));
        }
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
