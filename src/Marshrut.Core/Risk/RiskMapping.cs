using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Risk.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Risk;

internal sealed class RiskMapping :
    IEntityTypeConfiguration<MethodologyVersion>, IEntityTypeConfiguration<AssessmentRun>, IEntityTypeConfiguration<Assessment>,
    IEntityTypeConfiguration<SupplementVersion>, IEntityTypeConfiguration<MethodologyProposal>
{
    public void Configure(EntityTypeBuilder<MethodologyVersion> table)
    {
        table.ToTable("MethodologyVersions");
        table.HasIndex(row => new { row.RegionCode, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SupplementVersion> table)
    {
        table.ToTable("SupplementVersions");
        table.HasIndex(row => new { row.OrganizationId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MethodologyProposal> table)
    {
        table.ToTable("MethodologyProposals");
        table.HasIndex(row => new { row.RegionCode, row.State });
    }

    public void Configure(EntityTypeBuilder<AssessmentRun> table)
    {
        table.ToTable("AssessmentRuns");
        table.HasIndex(row => new { row.OrganizationId, row.Id });
    }

    public void Configure(EntityTypeBuilder<Assessment> table)
    {
        table.ToTable("Assessments");
        table.Property(row => row.Block).IsSealed(SealPurpose.Assessment);
        table.HasOne<Enrolment>().WithMany().HasForeignKey(row => row.EnrolmentId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.EnrolmentId, "IX_assessments_current").IsUnique().HasFilter("is_current");
        table.HasIndex(row => row.EnrolmentId, "IX_assessments_enrolment");

        // The order of R22: High by priority downward, then graduation, name, Идентификатор, id.
        table.HasIndex(row => new { row.OrganizationId, row.Priority, row.OrderYear, row.SortName, row.ExternalId, row.EnrolmentId }, "IX_assessments_order")
            .IsDescending(false, true, false, false, false, false)
            .HasFilter("is_current");
    }
}
