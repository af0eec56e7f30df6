using Marshrut.Core.Imports.Reading;

namespace Marshrut.Seeding.Demo;

/// <summary>A few cells of the demo's registers as they come in life, so that the first import has something to mend and to tell.</summary>
internal static class DemoDirt
{
    /// <summary>Every so many-th row of a register has something.</summary>
    private const int Step = 97;

    public static string[] On(string[] row, int index, IReadOnlyList<RegisterField> fields)
    {
        if (index % Step != Step / 2)
        {
            return row;
        }

        switch (index / Step % 6)
        {
            case 0:
                Change(RegisterFields.LastName, text => text.Replace('о', 'o').Replace('а', 'a'));
                break;
            case 1:
                Change(RegisterFields.Snils, text => text.Length == 0 ? text : text[..^2] + (text.EndsWith("00", StringComparison.Ordinal) ? "11" : "00"));
                break;
            case 2:
                Change(RegisterFields.ProgrammeCode, text => text + " ");
                break;
            case 3:
                Change(RegisterFields.FirstName, text => text + "\u00A0");
                break;
            case 4:
                Change(RegisterFields.Phone, text => text.Length == 0 ? text : text + ", 2-34-56");
                break;
            default:
                Change(RegisterFields.Course, text => text + " курс");
                break;
        }

        return row;

        void Change(RegisterField field, Func<string, string> how)
        {
            var at = fields.ToList().IndexOf(field);
            if (at >= 0)
            {
                row[at] = how(row[at]);
            }
        }
    }
}
