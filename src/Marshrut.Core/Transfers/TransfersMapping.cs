using Marshrut.Core.Agreements;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Transfers;

internal sealed class TransfersMapping :
    IEntityTypeConfiguration<Transfer>, IEntityTypeConfiguration<TransferItem>, IEntityTypeConfiguration<TransferQuestion>, IEntityTypeConfiguration<Holding>,
    IEntityTypeConfiguration<FreePlaces>, IEntityTypeConfiguration<TransferDraft>, IEntityTypeConfiguration<TransferDraftPerson>
{
    public void Configure(EntityTypeBuilder<Transfer> table)
    {
        table.ToTable("Transfers");
        table.HasOne<Organization>().WithMany().HasForeignKey(row => row.FromOrganizationId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Organization>().WithMany().HasForeignKey(row => row.ToOrganizationId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agreement>().WithMany().HasForeignKey(row => row.AgreementId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.FromOrganizationId, row.Number }).IsUnique();
        table.HasIndex(row => new { row.ToOrganizationId, row.SentAt });
    }

    /// <summary>The sender's person has no foreign key: an undone import may take them away, the history of the transfer stays.</summary>
    public void Configure(EntityTypeBuilder<TransferItem> table)
    {
        table.ToTable("TransferItems");
        table.Property(row => row.Snapshot).IsSealed(SealPurpose.TransferSnapshot);
        table.Property(row => row.ReturnNote).IsSealed(SealPurpose.ReturnNote);
        table.Property(row => row.Contacts).IsSealed(SealPurpose.HandedContacts);
        table.Property(row => row.Progress).IsSealed(SealPurpose.HandedProgress);
        table.Property(row => row.PassOnWords).IsSealed(SealPurpose.PassOnWords);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Transfer>().WithMany().HasForeignKey(row => row.TransferId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.TransferId);
        table.HasIndex(row => new { row.ToOrganizationId, row.State, row.AnswerBy, row.Priority });
        table.HasIndex(row => new { row.ToOrganizationId, row.SentOn });
        table.HasIndex(row => new { row.FromOrganizationId, row.PersonId });
    }

    public void Configure(EntityTypeBuilder<TransferQuestion> table)
    {
        table.ToTable("TransferQuestions");
        table.Property(row => row.Question).IsSealed(SealPurpose.TransferQuestion);
        table.Property(row => row.Answer).IsSealed(SealPurpose.TransferAnswer);
        table.HasOne<TransferItem>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.ItemId);
    }

    public void Configure(EntityTypeBuilder<Holding> table)
    {
        table.ToTable("Holdings");
        table.HasIndex(row => row.Fingerprint).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FreePlaces> table)
    {
        table.ToTable("FreePlaces");
        table.HasIndex(row => new { row.OrganizationId, row.Month }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TransferDraft> table)
    {
        table.ToTable("TransferDrafts");
        table.HasIndex(row => row.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<TransferDraftPerson> table)
    {
        table.ToTable("TransferDraftPeople");
        table.Property(row => row.Needs).IsSealed(SealPurpose.TransferNeeds);
        table.HasOne<TransferDraft>().WithMany().HasForeignKey(row => row.DraftId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.DraftId);
    }
}
