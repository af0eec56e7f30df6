using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Platform;

internal sealed class PlatformMapping :
    IEntityTypeConfiguration<IdBlock>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>,
    IEntityTypeConfiguration<PersonKey>, IEntityTypeConfiguration<InstallationSetting>
{
    public void Configure(EntityTypeBuilder<IdBlock> table)
    {
        table.ToTable("IdBlocks").HasKey(row => row.Name);
        table.HasData(new { Name = "ids", Next = 1000L });
    }

    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.ToTable("AuditEntries").HasKey(row => new { row.Chain, row.Sequence });
        table.HasIndex(row => row.PersonId);

        // An agreement's history is read in the chains of both its parties.
        table.HasIndex(row => row.SubjectId).HasFilter("subject_kind = 'agreement'");
    }

    public void Configure(EntityTypeBuilder<AuditHead> table) => table.ToTable("AuditHeads").HasKey(row => row.Chain);

    public void Configure(EntityTypeBuilder<PersonKey> table)
    {
        table.ToTable("PersonKeys").HasKey(row => row.PersonId);
        table.Property(row => row.PersonId).ValueGeneratedNever();
        table.Property(row => row.Wrapped).IsSealed(SealPurpose.PersonKey);
    }

    public void Configure(EntityTypeBuilder<InstallationSetting> table)
    {
        table.ToTable("InstallationSettings").HasKey(row => row.Key);
        table.Property(row => row.Value).IsSealed(SealPurpose.DataProtectionKey, SealPurpose.KeyRingProof);
    }
}
