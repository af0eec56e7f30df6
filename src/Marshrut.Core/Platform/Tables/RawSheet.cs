using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Core.Platform.Tables;

/// <summary>
/// What is known of a sheet besides its data rows. Together with the rows it is all that is needed to parse the file again, with
/// another column mapping, when the file itself is gone.
/// </summary>
/// <param name="Name">The tab's name; empty for csv.</param>
/// <param name="From1904">Plain serial numbers count from 1904.</param>
/// <param name="Above">Rows above the header: titles. Kept for the error workbook only (R51).</param>
/// <param name="Header">The header row.</param>
/// <param name="HiddenColumns">Indexes from 0 of the hidden columns under the header.</param>
/// <param name="OtherSheets">Names of the sheets that are not read.</param>
public sealed record RawSheet(
    string Name, bool From1904, IReadOnlyList<RawRow> Above, RawRow Header, IReadOnlyList<int> HiddenColumns, IReadOnlyList<string> OtherSheets)
{
    /// <summary>Writes the sheet in the binary form of <see cref="RawRowCodec"/>.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write(From1904);
        writer.Write7BitEncodedInt(Above.Count);
        foreach (var row in Above)
        {
            RawRowCodec.Write(writer, row);
        }

        RawRowCodec.Write(writer, Header);
        writer.Write7BitEncodedInt(HiddenColumns.Count);
        foreach (var column in HiddenColumns)
        {
            writer.Write7BitEncodedInt(column);
        }

        writer.Write7BitEncodedInt(OtherSheets.Count);
        foreach (var name in OtherSheets)
        {
            writer.Write(name);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; throws <see cref="EndOfStreamException"/> or <see cref="InvalidDataException"/>.</summary>
    public static RawSheet Read(BinaryReader reader)
    {
        var name = reader.ReadString();
        var from1904 = reader.ReadBoolean();
        var above = ReadMany(reader, ReadRow);
        var header = ReadRow(reader);
        return new RawSheet(name, from1904, above, header, ReadMany(reader, r => r.Read7BitEncodedInt()), ReadMany(reader, r => r.ReadString()));
    }

    private static RawRow ReadRow(BinaryReader reader) =>
        RawRowCodec.TryRead(reader, out var row) ? row : throw new EndOfStreamException();

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        if (count is < 0 or > SpreadsheetLimits.ColumnsOfExcel)
        {
            throw new InvalidDataException($"A staged sheet with a list of {count}.");
        }

        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = read(reader);
        }

        return items;
    }
}
