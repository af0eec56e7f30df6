using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Register.Editing;

/// <summary>
/// A form read as a register of one row under the canonical headers: what is typed on a card obeys the value rules of the importer, mends what it
/// mends and is told the same sentences.
/// </summary>
/// <param name="Row">Null: something required is missing or unreadable; <paramref name="Problems"/> says what.</param>
/// <param name="Problems">Field key → sentence.</param>
internal sealed record TypedRow(RegisterRow? Row, IReadOnlyDictionary<string, string> Problems)
{
    /// <param name="typed">Field key (DOMAIN §5) → what was typed; blank means that nothing is known.</param>
    /// <param name="options">How the organisation reads its files; what it decided about the columns of its own files does not count here.</param>
    public static TypedRow Read(IReadOnlyDictionary<string, string?> typed, RegisterReadingOptions options)
    {
        var fields = RegisterFields.All.Where(field => typed.ContainsKey(field.Key)).ToList();
        var sheet = new RawSheet("", false, [], Line(1, fields.Select(field => field.Header)), [], []);
        var parser = new RegisterParser(sheet, options with { Mapping = ColumnMapping.Empty });
        var parsed = parser.Parse(Line(2, fields.Select(field => typed[field.Key])));
        if (parsed is null)
        {
            // «Итого» in the place of a name: in a file such a row is no person.
            return new TypedRow(null, new Dictionary<string, string> { [RegisterFields.LastName.Key] = ImportMessages.BadName });
        }

        var problems = new Dictionary<string, string>();
        foreach (var error in parsed.Errors)
        {
            problems.TryAdd(
                fields[error.ColumnIndex].Key,
                error.Code == ImportErrorCodes.Required ? "Не заполнено. Впишите значение." : error.Message);
        }

        return new TypedRow(parsed.Row, problems);
    }

    private static RawRow Line(int number, IEnumerable<string?> texts) => new(number, false, [.. texts.Select(RawCell.OfText)]);
}
