namespace Marshrut.Core.Platform.Spreadsheets.Xlsx;

/// <summary>
/// Counts what a part of the archive inflates to and stops a bomb while it is being read: the sizes in the archive's own directory
/// are only what its author wrote there.
/// </summary>
internal sealed class InflationGuard(Stream inflated, long packedBytes, SpreadsheetLimits limits) : Stream
{
    private readonly long _allowed = Math.Min(limits.InflatedBytes, Math.Max(limits.RatioFreeBytes, packedBytes * limits.InflationRatio));
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inflated.Read(buffer);
        _read += read;
        return _read <= _allowed ? read : throw SpreadsheetMessages.ZipBombProblem();
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflated.Dispose();
        }

        base.Dispose(disposing);
    }
}
