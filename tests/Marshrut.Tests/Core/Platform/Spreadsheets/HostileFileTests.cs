using System.IO.Compression;
using System.Text;
using Marshrut.Core.Platform.Spreadsheets;
using static Marshrut.Core.Platform.Spreadsheets.SpreadsheetProblemCodes;
using static Marshrut.Tests.Core.Platform.Spreadsheets.HandMadeWorkbook;

namespace Marshrut.Tests.Core.Platform.Spreadsheets;

public class HostileFileTests
{
    [Fact]
    public void An_empty_file_is_refused() => Problem(new MemoryStream()).Code.ShouldBe(EmptyFile);

    [Theory]
    [InlineData("password.xlsx")]
    [InlineData("password.xls")]
    public void A_workbook_with_a_password_is_refused_in_words(string name)
    {
        using var file = TestFile.Open(name);

        var problem = Problem(file);
        problem.Code.ShouldBe(PasswordProtected);
        problem.Message.ShouldContain("Снимите пароль");
    }

    [Fact]
    public void A_zip_that_is_no_workbook_is_refused() => Problem(Zip(("readme.txt", "x"))).Code.ShouldBe(NotAWorkbook);

    [Theory]
    [InlineData("word/document.xml", "Word")]
    [InlineData("ppt/presentation.xml", "презентация")]
    [InlineData("xl/workbook.bin", "xlsb")]
    public void What_else_is_packed_alike_is_named(string part, string word)
    {
        var problem = Problem(Zip((part, "<x/>"), ("[Content_Types].xml", "<Types/>")));

        problem.Code.ShouldBe(NotAWorkbook);
        problem.Message.ShouldContain(word);
    }

    [Fact]
    public void A_libreoffice_workbook_is_named()
    {
        using var file = TestFile.Open("register.ods");
        Problem(file).Message.ShouldContain(".ods");
    }

    [Theory]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("{\\rtf1", "RTF")]
    [InlineData("  <html><table>", "HTML")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "XML 2003")]
    [InlineData("\u0089PNG\u0000\u0001", "двоичные")]
    public void Other_files_are_refused_by_content(string head, string word)
    {
        var problem = Problem(new MemoryStream(Encoding.Latin1.GetBytes(head)));

        problem.Code.ShouldBe(NotAWorkbook);
        problem.Message.ShouldContain(word);
    }

    [Fact]
    public void A_truncated_workbook_is_called_damaged()
    {
        var whole = new HandMadeWorkbook().Sheet("Лист", Row("а", "б")).ToStream().ToArray();

        for (var length = 4; length < whole.Length - 1; length += 37)
        {
            Problem(new MemoryStream(whole, 0, length)).Code.ShouldBe(Damaged);
        }
    }

    [Fact]
    public void A_workbook_with_a_broken_sheet_is_called_damaged()
    {
        var book = new HandMadeWorkbook().Sheet("Лист", Row("а") + "<row><c t=\"s\"><v>5</v></c></row>");

        Problem(book.ToStream()).Code.ShouldBe(Damaged);
        Problem(new HandMadeWorkbook().Sheet("Лист", Row("а") + "<row><c>").ToStream()).Code.ShouldBe(Damaged);
        Problem(new HandMadeWorkbook().Sheet("Лист", "<row><c><v>семь</v></c></row>").ToStream()).Code.ShouldBe(Damaged);
    }

    [Fact]
    public void A_sheet_that_inflates_a_thousandfold_is_stopped()
    {
        var spaces = new string(' ', 64 << 20);

        Problem(new HandMadeWorkbook().Sheet("Лист", Row("а") + spaces).ToStream()).Code.ShouldBe(ZipBomb);
    }

    [Fact]
    public void A_bomb_in_a_part_that_nobody_reads_is_refused_too()
    {
        var archive = new HandMadeWorkbook().Sheet("Лист", Row("а")).ToStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/media/image1.bmp").Open();
            entry.Write(new byte[16 << 20]);
        }

        Problem(archive).Code.ShouldBe(ZipBomb);
    }

    [Fact]
    public void A_part_that_lies_about_its_size_is_stopped_while_it_is_read()
    {
        var bytes = new HandMadeWorkbook().Sheet("Лист", Row("а") + new string(' ', 64 << 20)).ToStream().ToArray();
        Lie(bytes, "xl/worksheets/sheet1.xml", inflated: 1000);

        Problem(new MemoryStream(bytes)).Code.ShouldBeOneOf(ZipBomb, Damaged);
    }

    [Fact]
    public void Shared_strings_and_entries_have_limits_too()
    {
        var strings = new HandMadeWorkbook { SharedStrings = [.. Enumerable.Range(0, 200).Select(i => $"<t>строка {i}</t>")] }.Sheet("Лист", Row("а"));

        Problem(strings.ToStream(), new SpreadsheetLimits { SharedStringBytes = 1000 }).Code.ShouldBe(ZipBomb);
        Problem(strings.ToStream(), new SpreadsheetLimits { ArchiveEntries = 3 }).Code.ShouldBe(ZipBomb);
        Problem(strings.ToStream(), new SpreadsheetLimits { FileBytes = 1000 }).Code.ShouldBe(TooLarge);
    }

    [Fact]
    public void Rows_columns_and_cells_have_limits()
    {
        var book = new HandMadeWorkbook().Sheet("Лист", Row("а") + Row("б", "вгд"));

        Problem(book.ToStream(), new SpreadsheetLimits { Rows = 1 }).Code.ShouldBe(TooManyRows);
        Problem(book.ToStream(), new SpreadsheetLimits { Columns = 1 }).Code.ShouldBe(TooManyColumns);
        Problem(book.ToStream(), new SpreadsheetLimits { CellCharacters = 2 }).Code.ShouldBe(CellTooLong);
    }

    [Fact]
    public void A_document_type_is_forbidden()
    {
        var book = new HandMadeWorkbook { Prolog = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" }.Sheet("Лист", Row("а"));

        Problem(book.ToStream()).Code.ShouldBe(Damaged);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_all_the_same()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            new HandMadeWorkbook().Sheet("Лист", Row("а")).ToStream().CopyTo(gzip);
        }

        packed.Position = 0;
        using var stream = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = SpreadsheetReader.Open(stream);
        reader.Rows(reader.Sheets[0]).Single()[0].Shown().ShouldBe("а");
    }

    private static SpreadsheetProblem Problem(Stream file, SpreadsheetLimits? limits = null) => Should.Throw<SpreadsheetProblem>(() =>
    {
        using var reader = SpreadsheetReader.Open(file, limits);
        foreach (var sheet in reader.Sheets)
        {
            _ = reader.Rows(sheet).Count();
        }
    });

    private static MemoryStream Zip(params (string Name, string Text)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream;
    }

    /// <summary>Overwrites the inflated size of an entry in the archive's directory.</summary>
    private static void Lie(byte[] archive, string entry, int inflated)
    {
        var name = Encoding.ASCII.GetBytes(entry);
        var at = archive.AsSpan().LastIndexOf(name);
        const int SizeBeforeName = 46 - 24;
        BitConverter.TryWriteBytes(archive.AsSpan(at - SizeBeforeName), inflated).ShouldBeTrue();
    }
}
