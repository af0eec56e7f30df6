using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>Settings <c>Jobs:*</c> and the terms of housekeeping.</summary>
/// <param name="Threads"><c>Jobs:Threads</c>: works at once on this node, 2 by default; 0: this node only takes orders, others do them.</param>
/// <param name="KeepRunsDays"><c>Jobs:KeepRunsDays</c>: how long finished rows are kept, 90 by default.</param>
/// <param name="KeepStagedDays"><c>Imports:KeepStagedDays</c>: how many days rows of an uploaded file are kept: after the upload, or once written after the writing; 7 by default.</param>
public sealed record JobSettings(int Threads, int KeepRunsDays, int KeepStagedDays)
{
    public static JobSettings Default { get; } = new(Threads: 2, KeepRunsDays: 90, KeepStagedDays: 7);

    /// <exception cref="FormatException">A setting is not a number in its range; the message names it, in Russian.</exception>
    public static JobSettings From(IConfiguration configuration) => new(
        Number(configuration, "Jobs:Threads", Default.Threads, 0, 64),
        Number(configuration, "Jobs:KeepRunsDays", Default.KeepRunsDays, 1, 3650),
        Number(configuration, "Imports:KeepStagedDays", Default.KeepStagedDays, 1, 365));

    private static int Number(IConfiguration configuration, string name, int otherwise, int least, int most)
    {
        if (configuration[name] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} = «{text}». Напишите целое число от {least} до {most}.");
    }
}
