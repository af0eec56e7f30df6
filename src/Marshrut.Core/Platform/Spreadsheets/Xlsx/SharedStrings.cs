using System.Text;
using System.Xml;

namespace Marshrut.Core.Platform.Spreadsheets.Xlsx;

/// <summary>
/// The strings that cells of a workbook point at, kept as UTF-8 in blocks: a register has half a million of them, and as .NET strings
/// they would take several times the space. A string asked for again is kept as one instance.
/// </summary>
internal sealed class SharedStrings
{
    private const int BlockBytes = 1 << 20;
    private readonly List<byte[]> _blocks = [];
    private readonly List<long> _starts = [];
    private readonly Dictionary<int, string> _repeated = [];
    private ulong[] _asked = [];
    private int _used = BlockBytes;
    private long _total;

    /// <summary>Reads the part; empty when the workbook has none.</summary>
    public static SharedStrings Read(XlsxPackage package, string? part, SpreadsheetLimits limits)
    {
        var strings = new SharedStrings();
        using var xml = part is null ? null : package.Open(part);
        while (xml is not null && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(XlsxText.ReadRich(xml), limits);
            }
        }

        strings._asked = new ulong[(strings._starts.Count + 63) / 64];
        return strings;
    }

    public int Count => _starts.Count;

    /// <summary>The string of an index. Throws <see cref="SpreadsheetProblem"/> for an index that the workbook lacks.</summary>
    public string this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_starts.Count)
            {
                throw SpreadsheetMessages.DamagedProblem();
            }

            ref var asked = ref _asked[index >> 6];
            var bit = 1UL << (index & 63);
            if ((asked & bit) == 0)
            {
                asked |= bit;
                return Decode(index);
            }

            if (!_repeated.TryGetValue(index, out var text))
            {
                text = Decode(index);
                _repeated.Add(index, text);
            }

            return text;
        }
    }

    private void Add(string text, SpreadsheetLimits limits)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        _total += length;
        if (_total > limits.SharedStringBytes)
        {
            throw SpreadsheetMessages.ZipBombProblem();
        }

        // The length stands before the bytes; a string longer than a block gets a block of its own.
        var needed = sizeof(int) + length;
        if (_used + needed > BlockBytes)
        {
            _blocks.Add(new byte[Math.Max(BlockBytes, needed)]);
            _used = 0;
        }

        var block = _blocks[^1];
        _starts.Add(((long)(_blocks.Count - 1) << 32) | (uint)_used);
        BitConverter.TryWriteBytes(block.AsSpan(_used), length);
        Encoding.UTF8.GetBytes(text, block.AsSpan(_used + sizeof(int)));
        _used += needed;
    }

    private string Decode(int index)
    {
        var block = _blocks[(int)(_starts[index] >> 32)];
        var at = (int)(_starts[index] & 0xFFFF_FFFF);
        return Encoding.UTF8.GetString(block, at + sizeof(int), BitConverter.ToInt32(block, at));
    }
}
