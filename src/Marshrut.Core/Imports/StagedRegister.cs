using System.IO.Compression;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports;

/// <summary>
/// A register that was read once and can be parsed again and again without its file: header and rows in compressed chunks, as they are sealed
/// and kept between upload and writing. Cells that may not be stored are already gone (R1).
/// </summary>
public sealed class StagedRegister(RawSheet sheet, IReadOnlyList<byte[]> chunks, int rowCount)
{
    private const int RowsInChunk = 2_000;

    public RawSheet Sheet { get; } = sheet;

    public IReadOnlyList<byte[]> Chunks { get; } = chunks;

    /// <summary>Rows under the header, empty ones too: an upper bound for what comes in.</summary>
    public int RowCount { get; } = rowCount;

    public static StagedRegister Of(RawSheet sheet, IEnumerable<RawRow> rows, CancellationToken cancel)
    {
        var chunks = new List<byte[]>();
        var count = 0;
        foreach (var chunk in Ahead.Of(rows, cancel).Chunk(RowsInChunk))
        {
            cancel.ThrowIfCancellationRequested();
            count += chunk.Length;
            chunks.Add(Pack(chunk));
        }

        return new StagedRegister(sheet, chunks, count);
    }

    public IEnumerable<RawRow> Rows()
    {
        foreach (var chunk in Chunks)
        {
            using var unpacked = new DeflateStream(new MemoryStream(chunk), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            unpacked.CopyTo(whole);
            whole.Position = 0;
            foreach (var row in RawRowCodec.ReadAll(whole))
            {
                yield return row;
            }
        }
    }

    private static byte[] Pack(RawRow[] rows)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new DeflateStream(packed, CompressionLevel.Fastest)))
        {
            foreach (var row in rows)
            {
                RawRowCodec.Write(writer, row);
            }
        }

        return packed.ToArray();
    }
}
