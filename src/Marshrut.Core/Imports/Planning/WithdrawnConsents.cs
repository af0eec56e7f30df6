using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Imports.Planning;

/// <summary>Rows whose consent was taken back before, told once. For what purpose stays unsaid: it might be health (R27).</summary>
internal sealed class WithdrawnConsents
{
    /// <summary>A notice names so many rows at the most; the rest is a number.</summary>
    private const int Examples = 21;

    private readonly List<string> examples = [];
    private int rows;

    /// <param name="row">The sheet's own number.</param>
    /// <param name="day">Day of the withdrawal.</param>
    public void See(int row, DateOnly day)
    {
        rows++;
        if (examples.Count < Examples)
        {
            examples.Add($"строка {row}: отозвано {Russian.Date(day)}");
        }
    }

    public IEnumerable<ReadingNotice> Notices() => rows == 0 ? [] : [ImportMessages.ConsentWithdrawnNotice(rows, examples)];
}
