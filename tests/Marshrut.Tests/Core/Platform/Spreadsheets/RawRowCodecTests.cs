using CsCheck;
using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Tests.Core.Platform.Spreadsheets;

public class RawRowCodecTests
{
    private static readonly Gen<RawCell> Cell = Gen.OneOf(
        Gen.Const(default(RawCell)),
        Gen.Int[0, 6].Select(i => new[] { "а", "ё", " ", "\n", "\u00A0", "x", "😀" }[i]).Array[1, 30].Select(parts => RawCell.OfText(string.Concat(parts))),
        Gen.Double.Select(RawCell.OfNumber),
        Gen.Double[-600_000, 2_900_000].Select(RawCell.OfDate),
        Gen.Bool.Select(RawCell.OfBool),
        Gen.String[Gen.Char.AlphaNumeric, 0, 8].Select(RawCell.OfError),
        Gen.Int[0, 1000].Select(number => new RawCell(RawCellKind.Number, number.ToString("D6"), number)));

    private static readonly Gen<RawRow> Row = Gen.Select(Gen.Int[1, 1_048_576], Gen.Bool, Cell.Array[0, 30], (number, hidden, cells) => new RawRow(number, hidden, cells));

    [Fact]
    public void Rows_come_back_as_they_were_written() => Row.Array[0, 20].Sample(rows =>
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var row in rows)
        {
            RawRowCodec.Write(writer, row);
        }

        writer.Flush();
        stream.Position = 0;
        var read = RawRowCodec.ReadAll(stream).ToList();
        return read.Count == rows.Length && read.Zip(rows).All(pair =>
            pair.First.Number == pair.Second.Number && pair.First.Hidden == pair.Second.Hidden && pair.First.Cells.SequenceEqual(pair.Second.Cells));
    });

    [Fact]
    public void A_cut_chunk_is_an_exception_and_never_a_shorter_register()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        RawRowCodec.Write(writer, new RawRow(300, false, [RawCell.OfText("Ольхова"), RawCell.OfNumber(2027)]));
        writer.Flush();
        for (var length = 1; length < stream.Length; length++)
        {
            using var cut = new MemoryStream(stream.ToArray(), 0, length);
            Should.Throw<EndOfStreamException>(() => RawRowCodec.ReadAll(cut).Count());
        }
    }
}
