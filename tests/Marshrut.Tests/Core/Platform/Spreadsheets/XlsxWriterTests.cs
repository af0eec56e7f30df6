using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Spreadsheets.Writing;

namespace Marshrut.Tests.Core.Platform.Spreadsheets;

public class XlsxWriterTests
{
    [Fact]
    public void What_is_written_is_valid_and_read_back()
    {
        using var stream = new MemoryStream();
        using (var xlsx = new XlsxWriter(stream, "Риск: [весна] очень длинное название листа", [20, 12.5], frozenRows: 1))
        {
            xlsx.Header(["Фамилия", "Баллы"]);
            xlsx.StartRow();
            xlsx.Text("=1+1 & <b> _x0041_ \u0001 \r\n 😀 конец ");
            xlsx.Number(3.25);
            xlsx.StartRow(5);
            xlsx.Blank();
            xlsx.Text("в строке 5", XlsxStyle.Bad);
            xlsx.Text(null, XlsxStyle.Mended);
            xlsx.Choice(1, 2, 5, ["да", "нет & <неизвестно>"]);
        }

        using (var document = SpreadsheetDocument.Open(stream, isEditable: false))
        {
            new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(fault => fault.Description).ShouldBeEmpty();
        }

        using var reader = SpreadsheetReader.Open(stream);
        reader.Sheets.Single().Name.ShouldBe("Риск весна очень длинное назван");
        List<RawRow> rows = [.. reader.Rows(reader.Sheets[0])];
        rows.Select(row => row.Number).ShouldBe([1, 2, 5]);
        rows[1].Cells.ShouldBe([RawCell.OfText("=1+1 & <b> _x0041_ \u0001 \r\n 😀 конец "), RawCell.OfNumber(3.25)]);
        rows[2].Cells.ShouldBe([default, RawCell.OfText("в строке 5")]);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_written() =>
        Gen.String[Gen.Char["абё_x0041_<>&\"' \t\n\r\u0000\u001F\uFFFE😀"], 1, 60].Array[1, 5].Sample(texts =>
        {
            using var stream = new MemoryStream();
            using (var xlsx = new XlsxWriter(stream, "Лист", []))
            {
                xlsx.StartRow();
                foreach (var text in texts)
                {
                    xlsx.Text(text);
                }
            }

            using var reader = SpreadsheetReader.Open(stream);
            return reader.Rows(reader.Sheets[0]).Single().Cells.Select(cell => Lone(cell.Shown())).SequenceEqual(texts.Select(Lone));
        });

    [Fact]
    public void Rows_must_grow_and_a_cell_needs_a_row()
    {
        using var xlsx = new XlsxWriter(new MemoryStream(), "Лист", []);

        Should.Throw<InvalidOperationException>(() => xlsx.Text("а"));
        xlsx.StartRow(3);
        Should.Throw<ArgumentOutOfRangeException>(() => xlsx.StartRow(3));
        Should.Throw<ArgumentOutOfRangeException>(() => xlsx.StartRow(XlsxWriter.MaxRows + 1));
    }

    /// <summary>Half of a surrogate pair is no text: it comes back as the replacement character.</summary>
    private static string Lone(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsHighSurrogate(letters[i]) && i + 1 < letters.Length && char.IsLowSurrogate(letters[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(letters[i]))
            {
                letters[i] = '\uFFFD';
            }
        }

        return new string(letters);
    }
}
