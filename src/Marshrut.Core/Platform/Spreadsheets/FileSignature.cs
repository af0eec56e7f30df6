using System.Text;

namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum FileSignature
{
    Text,
    Zip,
    CompoundDocument,
}

/// <summary>Recognises a file by content and refuses, in words, what is plainly no table.</summary>
internal static class FileSignatures
{
    private const int HeadBytes = 4096;

    extension(FileSignature)
    {
        /// <summary>
        /// Looks at the head of the file and rewinds it. Throws <see cref="SpreadsheetProblem"/> for an empty file, a web page, a PDF,
        /// an RTF document, a picture and any other binary file.
        /// </summary>
        public static FileSignature Recognise(Stream file)
        {
            var head = new byte[HeadBytes];
            var length = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
            file.Position = 0;
            return Recognise(head.AsSpan(0, length));
        }
    }

    private static FileSignature Recognise(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            throw SpreadsheetMessages.EmptyFileProblem();
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return FileSignature.Zip;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return FileSignature.CompoundDocument;
        }

        if (head.StartsWith("%PDF"u8))
        {
            throw SpreadsheetMessages.NotAWorkbookProblem("внутри документ PDF");
        }

        if (head.StartsWith("{\\rtf"u8))
        {
            throw SpreadsheetMessages.NotAWorkbookProblem("внутри документ RTF");
        }

        var isUtf16 = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isUtf16 && head.Contains((byte)0))
        {
            throw SpreadsheetMessages.NotAWorkbookProblem("внутри двоичные данные");
        }

        RefuseMarkup(head);
        return FileSignature.Text;
    }

    /// <summary>Electronic journals like to call a web page «.xls»; the user sees a table and cannot know.</summary>
    private static void RefuseMarkup(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && text.Contains("spreadsheet", StringComparison.OrdinalIgnoreCase))
        {
            throw SpreadsheetMessages.OtherFormatProblem("внутри «Таблица XML 2003»");
        }

        if (text.StartsWith('<') && text.Length > 1 && (char.IsAsciiLetter(text[1]) || text[1] is '!' or '?'))
        {
            throw SpreadsheetMessages.OtherFormatProblem("внутри веб-страница (HTML или XML)");
        }
    }
}
