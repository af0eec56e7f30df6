using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.People;

/// <summary>One person in the register of one organisation (R41).</summary>
public sealed class Person : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required string LastName { get; set; }

    public required string FirstName { get; set; }

    public string? MiddleName { get; set; }

    /// <summary>«ФАМИЛИЯ ИМЯ ОТЧЕСТВО» normalised: upper, Ё→Е, single spaces. Search and order (R22).</summary>
    public required string SortName { get; set; }

    public required DateOnly BirthDate { get; set; }

    public Sex? Sex { get; set; }

    /// <summary>Eleven digits.</summary>
    public string? Snils { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? District { get; set; }

    public string? DistrictAfter { get; set; }

    public DateOnly? TransferConsentOn { get; set; }

    public DateOnly? RiskConsentOn { get; set; }

    /// <summary>Keyed HMAC that finds the same person in another organisation; never shown (R41).</summary>
    public required byte[] Fingerprint { get; set; }

    /// <summary>Sealed person facts of the rules: characteristics 2–7, 13, 14, health consent; of one size for everybody (R27).</summary>
    public required byte[] Facts { get; set; }

    /// <summary>Grows with every change: a second editor is told.</summary>
    public int Version { get; set; }

    /// <summary>The import that made this person; undo removes it (R45).</summary>
    public long? CreatedByImportId { get; set; }

    /// <summary>The last import that touched this person; null after any other change, which makes its undo impossible (R45).</summary>
    public long? LastImportId { get; set; }
}
