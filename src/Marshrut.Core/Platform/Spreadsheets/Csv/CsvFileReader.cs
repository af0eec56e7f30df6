using CsvHelper;

namespace Marshrut.Core.Platform.Spreadsheets.Csv;

/// <summary>A csv file as a book of one sheet, every cell text.</summary>
internal sealed class CsvFileReader : SpreadsheetReader
{
    private readonly Stream _file;
    private readonly SpreadsheetLimits _limits;
    private readonly CsvDialect _dialect;

    public CsvFileReader(Stream file, SpreadsheetLimits limits)
    {
        _file = file;
        _limits = limits;
        _dialect = CsvDialect.Detect(file);
    }

    public override IReadOnlyList<SheetInfo> Sheets { get; } = [new SheetInfo(0, "", Hidden: false)];

    public override SheetRows Rows(SheetInfo sheet) => new CsvRows(_file, _limits, _dialect);

    public override void Dispose()
    {
        // The file belongs to the caller, and nothing else is held between two passes.
    }

    private sealed class CsvRows(Stream file, SpreadsheetLimits limits, CsvDialect dialect) : SheetRows
    {
        public override bool IsHiddenColumn(int column) => false;

        public override IEnumerator<RawRow> GetEnumerator()
        {
            file.Position = 0;
            using var text = new StreamReader(file, dialect.Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            using var reader = CsvReader.Create(text, Options(), leaveOpen: true);
            var rows = 0;
            while (Advance(reader))
            {
                var row = new RawRow((int)reader.LineNumber, Hidden: false, Cells(reader));
                if (row.Cells.Length == 0)
                {
                    continue;
                }

                if (++rows > limits.Rows)
                {
                    throw SpreadsheetMessages.TooManyRowsProblem(limits.Rows);
                }

                yield return row;
            }
        }

        private CsvReaderOptions Options() => new()
        {
            Separator = dialect.Separator,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            TrimWhitespace = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            DetectSeparatorHint = true,
            IncludeValuesInExceptions = false,

            // Bytes of UTF-8: a row of the widest allowed cells would not be a register any more, but an unclosed quotation mark.
            MaxRecordSize = limits.CellCharacters * 8,
        };

        private bool Advance(CsvReader reader)
        {
            try
            {
                return reader.Read();
            }
            catch (CsvFormatException)
            {
                throw SpreadsheetMessages.CellTooLongProblem((int)reader.LineNumber, limits.CellCharacters);
            }
        }

        private RawCell[] Cells(CsvReader reader)
        {
            var length = reader.FieldCount;
            while (length > 0 && reader.IsEmpty(length - 1))
            {
                length--;
            }

            if (length > limits.Columns)
            {
                throw SpreadsheetMessages.TooManyColumnsProblem((int)reader.LineNumber, limits.Columns);
            }

            var cells = length == 0 ? [] : new RawCell[length];
            for (var i = 0; i < length; i++)
            {
                var text = reader.GetString(i);
                if (text.Length > limits.CellCharacters)
                {
                    throw SpreadsheetMessages.CellTooLongProblem((int)reader.LineNumber, limits.CellCharacters);
                }

                cells[i] = RawCell.OfText(text);
            }

            return cells;
        }
    }
}
