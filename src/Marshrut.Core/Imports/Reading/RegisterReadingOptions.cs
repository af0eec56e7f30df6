using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.Reading;

/// <summary>What reading a register must be told. Nothing in it is looked up while reading but through the functions given.</summary>
public sealed record RegisterReadingOptions
{
    /// <summary>The day of import: ages are counted on it (R3).</summary>
    public required DateOnly Today { get; init; }

    /// <summary>
    /// Whether the columns about offences may be stored: by this organisation (R1) and by whoever loads the file (DOMAIN §3). Where not, their cells
    /// are emptied before anybody else sees a row.
    /// </summary>
    public bool StoreRestricted { get; init; }

    /// <summary>The organisation may store them, whoever loads the file may not: the notice says so.</summary>
    public bool OnlyPermissionLacks { get; init; }

    /// <summary>False for a school, whose pupils have no programme.</summary>
    public bool ProgrammeRequired { get; init; } = true;

    /// <summary>What the user decided about the columns, now or earlier.</summary>
    public ColumnMapping Mapping { get; init; } = ColumnMapping.Empty;

    /// <summary>
    /// Name of a programme (any case) → its codes, those in force where there are any; empty when the directory has none. Without the function a name
    /// comes out as <see cref="RegisterRow.ProgrammeName"/> with no code.
    /// </summary>
    public Func<string, IReadOnlyList<string>>? ProgrammesByName { get; init; }

    /// <summary>Says whether a code is in the directory; without it no code is called unknown (R6).</summary>
    public Func<string, bool>? IsProgrammeKnown { get; init; }

    /// <summary>The districts of the region; null or empty takes any name.</summary>
    public IReadOnlyCollection<string>? Districts { get; init; }

    /// <summary>Where the user says that the header stands; null: it is looked for (R6).</summary>
    public HeaderPlace? HeaderAt { get; init; }

    public SpreadsheetLimits Limits { get; init; } = SpreadsheetLimits.Default;
}
