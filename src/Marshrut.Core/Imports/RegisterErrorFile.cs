using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports;

/// <summary>
/// The error workbook of a staged register (R51): the user's sheet with the bad cells marked and the reasons beside them. It is passed on as a file,
/// so cells about health and offences come out empty and their reasons name nothing (R27).
/// </summary>
public static class RegisterErrorFile
{
    public static void Write(Stream output, StagedRegister register, RegisterReadingOptions options, ImportReport report, CancellationToken cancel)
    {
        var width = register.Rows().Select(row => row.Cells.Length).Append(register.Sheet.Header.Cells.Length).Max();
        ErrorWorkbook.Write(
            output,
            register.Sheet,
            register.Rows().TakeWhile(_ => !cancel.IsCancellationRequested),
            width,
            report.Errors,
            report.Repairs,
            new RegisterParser(register.Sheet, options).SensitiveColumns);
        cancel.ThrowIfCancellationRequested();
    }
}
