namespace Marshrut.Core.Transfers;

/// <summary>Which commitment of the agreement a transfer fulfils (DOMAIN §8). Values are stored.</summary>
public enum TransferKind
{
    /// <summary>К1.1: people at high risk.</summary>
    HighRisk = 1,

    /// <summary>К1.2: people with special needs or limits to work.</summary>
    SpecialNeeds = 2,
}
