using Marshrut.Core.Cases.Applications;
using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Leaves;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Cases;

internal sealed class CasesMapping : IEntityTypeConfiguration<Case>, IEntityTypeConfiguration<CaseEntry>, IEntityTypeConfiguration<FollowUp>,
    IEntityTypeConfiguration<ServiceApplication>, IEntityTypeConfiguration<ServiceFile>, IEntityTypeConfiguration<ExchangeNote>,
    IEntityTypeConfiguration<CuratorLeave>
{
    public void Configure(EntityTypeBuilder<Case> table)
    {
        table.ToTable("Cases");
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Ignore(row => row.HoldingId);
        table.Property(row => row.Needs).IsSealed(SealPurpose.CaseNeeds);
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.SetNull);
        table.HasIndex(row => new { row.OrganizationId, row.State, row.SortName, row.Id });
        table.HasIndex(row => new { row.OrganizationId, row.CuratorId, row.State, row.NextContactOn });
        table.HasIndex(row => row.TransferItemId).IsUnique();

        // A person has at most one open case (DOMAIN §9): the database keeps it, whoever opens two at once.
        table.HasIndex(row => row.PersonId).IsUnique().HasFilter("state <> 4").HasDatabaseName("ux_cases_open_person");
    }

    public void Configure(EntityTypeBuilder<CaseEntry> table)
    {
        table.ToTable("CaseEntries");
        table.Property(row => row.Text).IsSealed(SealPurpose.CaseText);
        table.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.CaseId, row.At });
    }

    public void Configure(EntityTypeBuilder<ServiceApplication> table)
    {
        table.ToTable("ServiceApplications");
        table.Property(row => row.Number).IsSealed(SealPurpose.ApplicationNumber);
        table.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.CaseId);
    }

    public void Configure(EntityTypeBuilder<ServiceFile> table)
    {
        table.ToTable("ServiceFiles");
        table.Property(row => row.Content).IsSealed(SealPurpose.ServiceFile);
        table.HasIndex(row => row.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<CuratorLeave> table)
    {
        table.ToTable("CuratorLeaves");
        table.HasIndex(row => new { row.OrganizationId, row.Until });
    }

    public void Configure(EntityTypeBuilder<ExchangeNote> table)
    {
        table.ToTable("ExchangeNotes");
        table.Property(row => row.Text).IsSealed(SealPurpose.ExchangeNote);
        table.HasOne<TransferItem>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.ItemId, row.At });
    }

    public void Configure(EntityTypeBuilder<FollowUp> table)
    {
        table.ToTable("FollowUps");
        table.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => new { row.OrganizationId, row.DueOn }).HasFilter("done_on IS NULL");
    }
}
