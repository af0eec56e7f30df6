using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Marshrut.Core.Platform.Spreadsheets.Legacy;

/// <summary>
/// Binary workbooks (.xls) through ExcelDataReader, which also opens an xlsx that Excel encrypted with its own default password.
/// </summary>
internal sealed class LegacyReader : SpreadsheetReader
{
    private static readonly DateTime DateEpoch = new(1899, 12, 30);
    private readonly SpreadsheetLimits _limits;
    private readonly IExcelDataReader _reader;

    public LegacyReader(Stream file, SpreadsheetLimits limits)
    {
        LegacyEncodings.Register();
        _limits = limits;
        _reader = Guarded(() => ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration
        {
            LeaveOpen = true,
            FallbackEncoding = LegacyEncodings.Windows1251,
        }));
        Sheets = Guarded(ListSheets);
    }

    public override IReadOnlyList<SheetInfo> Sheets { get; }

    public override SheetRows Rows(SheetInfo sheet) => new LegacyRows(_reader, _limits, sheet.Index);

    public override void Dispose() => _reader.Dispose();

    private List<SheetInfo> ListSheets()
    {
        var sheets = new List<SheetInfo>();
        do
        {
            sheets.Add(new SheetInfo(sheets.Count, _reader.Name, !string.Equals(_reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase)));
        }
        while (_reader.NextResult());
        return sheets;
    }

    /// <summary>
    /// The library throws whatever a broken offset leads to, so its calls are wrapped whole: for the user every one of them means
    /// the same.
    /// </summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException problem)
        {
            throw SpreadsheetMessages.PasswordProblem(problem);
        }
        catch (HeaderException problem)
        {
            throw SpreadsheetMessages.NotAWorkbookProblem("внутри документ старого Word или другой программы", problem);
        }
        catch (Exception problem) when (problem is ExcelReaderException or CompoundDocumentException or IOException or InvalidDataException
            or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException or NullReferenceException
            or InvalidOperationException or NotSupportedException or KeyNotFoundException or System.Xml.XmlException
            or System.Security.Cryptography.CryptographicException)
        {
            throw SpreadsheetMessages.DamagedProblem(problem);
        }
    }

    private sealed class LegacyRows(IExcelDataReader reader, SpreadsheetLimits limits, int sheet) : SheetRows
    {
        private readonly HashSet<int> _hiddenColumns = [];

        public override bool IsHiddenColumn(int column) => _hiddenColumns.Contains(column);

        public override IEnumerator<RawRow> GetEnumerator()
        {
            Guarded(GoToSheet);
            var (number, rows) = (0, 0);
            while (Guarded(reader.Read))
            {
                number++;
                var cells = Guarded(() => Cells(number));
                if (cells.Length == 0)
                {
                    continue;
                }

                if (++rows > limits.Rows)
                {
                    throw SpreadsheetMessages.TooManyRowsProblem(limits.Rows);
                }

                yield return new RawRow(number, reader.RowHeight == 0, cells);
            }
        }

        private bool GoToSheet()
        {
            reader.Reset();
            for (var i = 0; i < sheet; i++)
            {
                reader.NextResult();
            }

            for (var column = 0; column < Math.Min(reader.FieldCount, limits.Columns); column++)
            {
                if (reader.GetColumnWidth(column) == 0)
                {
                    _hiddenColumns.Add(column);
                }
            }

            return true;
        }

        private RawCell[] Cells(int row)
        {
            var length = reader.FieldCount;
            while (length > 0 && reader.GetValue(length - 1) is null or "")
            {
                length--;
            }

            if (length > limits.Columns)
            {
                throw SpreadsheetMessages.TooManyColumnsProblem(row, limits.Columns);
            }

            var cells = length == 0 ? [] : new RawCell[length];
            for (var i = 0; i < length; i++)
            {
                cells[i] = Cell(i);
            }

            return cells;
        }

        private RawCell Cell(int column)
        {
            return reader.GetValue(column) switch
            {
                null => default,
                string text => RawCell.OfText(text),
                bool value => RawCell.OfBool(value),
                DateTime moment => RawCell.OfDate((moment - DateEpoch).TotalDays),
                TimeSpan time => RawCell.OfDate(time.TotalDays),
                IConvertible number => Number(number, column),
                var other => RawCell.OfText(other.ToString()),
            };
        }

        private RawCell Number(IConvertible value, int column)
        {
            var number = value.ToDouble(CultureInfo.InvariantCulture);
            return new RawCell(RawCellKind.Number, NumberFormats.Padded(reader.GetNumberFormatString(column), number), number);
        }
    }
}
