using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.People;

internal sealed class PeopleMapping :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Enrolment>, IEntityTypeConfiguration<Evidence>,
    IEntityTypeConfiguration<ConsentRecord>, IEntityTypeConfiguration<DuplicateCandidate>, IEntityTypeConfiguration<PersonFile>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("People");
        table.Property(row => row.Facts).IsSealed(SealPurpose.PersonFacts);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => new { row.OrganizationId, row.Snils });
        table.HasIndex(row => new { row.OrganizationId, row.SortName, row.BirthDate });
        table.HasIndex(row => new { row.OrganizationId, row.Phone });
        table.HasIndex(row => row.Fingerprint);
    }

    public void Configure(EntityTypeBuilder<Enrolment> table)
    {
        table.ToTable("Enrolments");
        table.Property(row => row.Facts).IsSealed(SealPurpose.EnrolmentFacts);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.PersonId);
        table.HasIndex(row => new { row.OrganizationId, row.SortName, row.ExternalId, row.Id });
        table.HasIndex(row => new { row.OrganizationId, row.ExternalId }).IsUnique().HasFilter("external_id <> ''");
    }

    public void Configure(EntityTypeBuilder<Evidence> table)
    {
        table.ToTable("Evidence");
        table.Property(row => row.Sealed).IsSealed(SealPurpose.Evidence);
        table.HasIndex(row => row.PersonId);
        table.HasIndex(row => row.ImportId);
    }

    public void Configure(EntityTypeBuilder<ConsentRecord> table)
    {
        table.ToTable("Consents");
        table.Property(row => row.Sealed).IsSealed(SealPurpose.Consent);
        table.HasIndex(row => row.PersonId);
        table.HasIndex(row => new { row.OrganizationId, row.EndsOn }).HasFilter("ends_on IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<DuplicateCandidate> table)
    {
        table.ToTable("DuplicateCandidates");
        table.HasIndex(row => new { row.OrganizationId, row.Decision });
    }

    public void Configure(EntityTypeBuilder<PersonFile> table)
    {
        table.ToTable("PersonFiles");
        table.Property(row => row.Name).IsSealed(SealPurpose.FileName);
        table.Property(row => row.Content).IsSealed(SealPurpose.FileContent);
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.PersonId);
        table.HasIndex(row => row.AttachedTo);
    }
}
