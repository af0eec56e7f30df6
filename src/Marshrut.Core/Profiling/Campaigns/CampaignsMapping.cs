using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Profiling.Campaigns;

internal sealed class CampaignsMapping : IEntityTypeConfiguration<Campaign>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Campaign> table)
    {
        table.ToTable("Campaigns");
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => new { row.OrganizationId, row.StartedAt });
        table.HasIndex(row => row.WallHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.ToTable("Invitations");
        // Of two who press one link at once one is in; of two who guess at once both are counted.
        table.Property(row => row.Pressed).IsConcurrencyToken();
        table.Property(row => row.WrongTries).IsConcurrencyToken();
        table.Property(row => row.Draft).IsSealed(SealPurpose.AnswersDraft);
        table.HasOne<Campaign>().WithMany().HasForeignKey(row => row.CampaignId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.CampaignId, row.PersonId }).IsUnique();
        table.HasIndex(row => row.CodeHash).IsUnique();
        table.HasIndex(row => row.PersonId);
    }
}
