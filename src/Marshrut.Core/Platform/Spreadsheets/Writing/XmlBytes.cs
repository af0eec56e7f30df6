using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Marshrut.Core.Platform.Spreadsheets.Writing;

/// <summary>XML straight into UTF-8 through one buffer: what makes an export of a hundred thousand rows a matter of a second.</summary>
internal sealed class XmlBytes(Stream output) : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Characters that cannot stand in XML text as they are, and the underscore that begins an escape.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(letter => letter is not ('\t' or '\n')), '<', '>', '&', '_', '\uFFFE', '\uFFFF',
            .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _used;

    /// <summary>Markup, as it is.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    public void Integer(int number)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var written);
        _used += written;
    }

    /// <summary>Text, escaped. What XML cannot hold is written the way Excel does it: <c>_x0001_</c>.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Special);
            Plain(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                return;
            }

            text = text[plain..];
            text = text[One(text)..];
        }
    }

    public void Dispose()
    {
        Flush();
        output.Dispose();
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        const int Step = BufferBytes / 4;
        while (!text.IsEmpty)
        {
            var part = text[..Math.Min(text.Length, Step)];
            Reserve(part.Length * 3);
            _used += Encoding.UTF8.GetBytes(part, _buffer.AsSpan(_used));
            text = text[part.Length..];
        }
    }

    /// <summary>Writes the special character that the text begins with; returns how many characters it took.</summary>
    private int One(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '<':
                Raw("&lt;"u8);
                return 1;
            case '>':
                Raw("&gt;"u8);
                return 1;
            case '&':
                Raw("&amp;"u8);
                return 1;
            case '_' when !IsEscape(text):
                Raw("_"u8);
                return 1;
            case var letter when char.IsHighSurrogate(letter) && text.Length > 1 && char.IsLowSurrogate(text[1]):
                Reserve(4);
                _used += Encoding.UTF8.GetBytes(text[..2], _buffer.AsSpan(_used));
                return 2;
            case var letter when char.IsSurrogate(letter):
                Raw("\uFFFD"u8);
                return 1;
            default:
                Plain("_x");
                Plain(((int)text[0]).ToString("X4", CultureInfo.InvariantCulture));
                Plain("_");
                return 1;
        }
    }

    /// <summary>Text that happens to look like an escape must not be read back as one.</summary>
    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_'
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);

    private void Reserve(int bytes)
    {
        if (_used + bytes > BufferBytes)
        {
            Flush();
        }
    }

    private void Flush()
    {
        output.Write(_buffer, 0, _used);
        _used = 0;
    }
}
