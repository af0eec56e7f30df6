using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Cases.Plans;

internal sealed class PlansMapping :
    IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanStep>, IEntityTypeConfiguration<PlanVersion>, IEntityTypeConfiguration<Visit>,
    IEntityTypeConfiguration<PlanCatalogueRow>, IEntityTypeConfiguration<ReturnedFact>
{
    public void Configure(EntityTypeBuilder<Plan> table)
    {
        table.ToTable("Plans");
        table.Property(row => row.Goals).IsSealed(SealPurpose.PlanGoals);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.CaseId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlanStep> table)
    {
        table.ToTable("PlanSteps");
        table.Property(row => row.Words).IsSealed(SealPurpose.PlanStep);
        table.HasOne<Plan>().WithMany().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.PlanId);
        table.HasIndex(row => new { row.OrganizationId, row.DueOn }).HasFilter("state = 1");
    }

    public void Configure(EntityTypeBuilder<PlanVersion> table)
    {
        table.ToTable("PlanVersions");
        table.Property(row => row.Sealed).IsSealed(SealPurpose.PlanVersion);
        table.HasOne<Plan>().WithMany().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.PlanId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Visit> table)
    {
        table.ToTable("Visits");
        table.Property(row => row.Words).IsSealed(SealPurpose.VisitWords);
        table.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => new { row.OrganizationId, row.On, row.CuratorId });
    }

    public void Configure(EntityTypeBuilder<PlanCatalogueRow> table)
    {
        table.ToTable("PlanCatalogues");
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => row.RegionCode).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReturnedFact> table)
    {
        table.ToTable("ReturnedFacts");
        table.Property(row => row.Sealed).IsSealed(SealPurpose.ReturnedFact);
        table.HasOne<TransferItem>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.ItemId);
        table.HasIndex(row => new { row.FromOrganizationId, row.Id }).HasFilter("taken_at IS NULL");
    }
}
