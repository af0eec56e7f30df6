using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using static Marshrut.Core.Imports.Reading.ImportErrorCodes;

namespace Marshrut.Core.Imports.Reading;

/// <summary>The programme of a row: a code, a name, or a code with a name, in one column or in two (DOMAIN §5, R13).</summary>
internal sealed class ProgrammeCells(RecognisedHeader<RegisterField> header, bool from1904, RegisterReadingOptions options)
{
    private readonly RecognisedColumn<RegisterField>? _code = header.Of(RegisterFields.ProgrammeCode);
    private readonly RecognisedColumn<RegisterField>? _name = header.Of(RegisterFields.Programme);
    private readonly RecognisedColumn<RegisterField>? _level = header.Of(RegisterFields.Level);

    /// <summary>
    /// Reads code and name. A code's own column goes first; where it is empty, the other column serves. A row without either is
    /// rejected unless the programme is not required.
    /// </summary>
    public (string? Code, string? Name) Read(RowDraft draft)
    {
        var code = draft.Open(_code, options.ProgrammeRequired);
        var name = draft.Open(_name, options.ProgrammeRequired && !code.IsGiven);
        if (code.IsGiven)
        {
            var found = ProgrammeCodes.Find(code.Raw, code.Text, from1904);
            if (found.Code is null)
            {
                draft.Fail(_code!, BadCode, ImportMessages.BadCode, rejects: true);
                return (null, null);
            }

            if (found.Repair is not null)
            {
                draft.Repair(_code!, found.Code, found.Repair);
            }

            return (found.Code, name.IsGiven ? NameIn(draft, name) : found.Name);
        }

        if (name.IsGiven)
        {
            return FromName(draft, name);
        }

        if (options.ProgrammeRequired && !code.IsBroken && !name.IsBroken)
        {
            draft.Fail((_code ?? _name)!, Required, ImportMessages.Required(RegisterFields.ProgrammeCode.Header), rejects: true);
        }

        return (null, null);
    }

    private string? NameIn(RowDraft draft, OpenCell cell) => cell.Raw.Kind == RawCellKind.Text
        ? ProgrammeCodes.Find(cell.Raw, draft.Mend(_name!, cell), from1904).Name
        : null;

    private (string? Code, string? Name) FromName(RowDraft draft, OpenCell cell)
    {
        var found = ProgrammeCodes.Find(cell.Raw, cell.Text, from1904);
        if (found.Code is not null)
        {
            // A code with a name is what this column may hold (R13); only a date is a repair.
            if (found.Repair == ImportRepairCodes.CodeWasDate)
            {
                draft.Repair(_name!, found.Code, found.Repair);
            }

            return (found.Code, found.Name);
        }

        if (cell.Raw.Kind != RawCellKind.Text || !cell.Text.Any(char.IsLetter))
        {
            draft.Fail(_name!, BadCode, ImportMessages.BadCode, rejects: options.ProgrammeRequired);
            return (null, null);
        }

        var name = draft.Mend(_name!, cell);
        if (options.ProgrammesByName is null)
        {
            return (null, name);
        }

        var codes = OfLevel(draft, options.ProgrammesByName(name));
        if (codes.Count != 1 && options.ProgrammeRequired)
        {
            draft.Fail(
                _name!,
                codes.Count == 0 ? UnknownProgramme : SeveralProgrammes,
                codes.Count == 0 ? ImportMessages.UnknownProgramme : ImportMessages.SeveralProgrammes(codes),
                rejects: true);
        }

        return (codes is [var only] ? only : null, name);
    }

    /// <summary>One name may have a code for each level (бакалавриат, магистратура): the level of the row picks among them where it is written.</summary>
    private IReadOnlyList<string> OfLevel(RowDraft draft, IReadOnlyList<string> codes)
    {
        if (codes.Count < 2 || _level is null || RegisterWords.FindLevel(draft.Peek(_level), programmeCode: null) is not { } level)
        {
            return codes;
        }

        return [.. codes.Where(code => ProgrammeCodes.LevelOf(code) == level)];
    }
}
