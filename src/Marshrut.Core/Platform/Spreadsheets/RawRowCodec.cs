namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>
/// Rows in a compact binary form, so that an upload can be staged in sealed chunks and parsed again later without the file. A chunk
/// is any number of rows one after another; there is no header and no end mark.
/// </summary>
public static class RawRowCodec
{
    private const int HiddenFlag = 1;
    private const int PaddedNumber = 6;

    /// <summary>Appends one row.</summary>
    public static void Write(BinaryWriter writer, RawRow row)
    {
        writer.Write7BitEncodedInt(row.Number);
        writer.Write7BitEncodedInt((row.Cells.Length << 1) | (row.Hidden ? HiddenFlag : 0));
        foreach (var cell in row.Cells)
        {
            Write(writer, cell);
        }
    }

    /// <summary>
    /// Reads the next row; false at the end of the stream. Throws <see cref="EndOfStreamException"/> or
    /// <see cref="InvalidDataException"/> when the bytes are not what <see cref="Write(BinaryWriter, RawRow)"/> wrote.
    /// </summary>
    public static bool TryRead(BinaryReader reader, out RawRow row)
    {
        row = default;
        if (!TryReadNumber(reader, out var number))
        {
            return false;
        }

        var head = reader.Read7BitEncodedInt();
        if (head < 0 || head >> 1 > SpreadsheetLimits.ColumnsOfExcel)
        {
            throw new InvalidDataException($"A staged row of {head >> 1} cells.");
        }

        var cells = new RawCell[head >> 1];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = ReadCell(reader);
        }

        row = new RawRow(number, (head & HiddenFlag) != 0, cells);
        return true;
    }

    /// <summary>All rows of a chunk.</summary>
    public static IEnumerable<RawRow> ReadAll(Stream chunk)
    {
        using var reader = new BinaryReader(chunk, System.Text.Encoding.UTF8, leaveOpen: true);
        while (TryRead(reader, out var row))
        {
            yield return row;
        }
    }

    private static void Write(BinaryWriter writer, RawCell cell)
    {
        var padded = cell is { Kind: RawCellKind.Number, Text: not null };
        writer.Write(padded ? (byte)PaddedNumber : (byte)cell.Kind);
        if (cell.Kind is RawCellKind.Number or RawCellKind.Date)
        {
            writer.Write(cell.Number);
        }
        else if (cell.Kind == RawCellKind.Bool)
        {
            writer.Write(cell.Number != 0);
        }

        if (padded || cell.Kind is RawCellKind.Text or RawCellKind.Error)
        {
            writer.Write(cell.Text ?? "");
        }
    }

    private static RawCell ReadCell(BinaryReader reader)
    {
        var kind = reader.ReadByte();
        switch (kind)
        {
            case (byte)RawCellKind.Empty: return default;
            case (byte)RawCellKind.Text: return new RawCell(RawCellKind.Text, reader.ReadString(), 0);
            case (byte)RawCellKind.Error: return RawCell.OfError(reader.ReadString());
            case (byte)RawCellKind.Number: return RawCell.OfNumber(reader.ReadDouble());
            case (byte)RawCellKind.Date: return new RawCell(RawCellKind.Date, null, reader.ReadDouble());
            case (byte)RawCellKind.Bool: return RawCell.OfBool(reader.ReadBoolean());
            case PaddedNumber:
                var number = reader.ReadDouble();
                return new RawCell(RawCellKind.Number, reader.ReadString(), number);
            default: throw new InvalidDataException($"A staged cell of kind {kind}.");
        }
    }

    /// <summary>The first number of a row, or a clean end of the stream.</summary>
    private static bool TryReadNumber(BinaryReader reader, out int number)
    {
        number = 0;
        Span<byte> one = stackalloc byte[1];
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (reader.Read(one) == 0)
            {
                return shift == 0 ? false : throw new EndOfStreamException();
            }

            number |= (one[0] & 0x7F) << shift;
            if ((one[0] & 0x80) == 0)
            {
                return true;
            }
        }

        throw new InvalidDataException("A staged row has no number.");
    }
}
