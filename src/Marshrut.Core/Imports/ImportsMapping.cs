using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Imports;

internal sealed class ImportsMapping :
    IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportChunk>, IEntityTypeConfiguration<RememberedColumn>
{
    public void Configure(EntityTypeBuilder<ImportRun> table)
    {
        table.ToTable("Imports");
        table.Property(row => row.Report).IsSealed(SealPurpose.ImportReport);
        table.HasIndex(row => new { row.OrganizationId, row.Id });
    }

    public void Configure(EntityTypeBuilder<ImportChunk> table)
    {
        table.ToTable("ImportChunks");
        table.Property(row => row.Sealed).IsSealed(SealPurpose.ImportChunk);
        table.HasIndex(row => new { row.ImportId, row.Number }).IsUnique();
        table.HasOne<ImportRun>().WithMany().HasForeignKey(row => row.ImportId);
    }

    public void Configure(EntityTypeBuilder<RememberedColumn> table)
    {
        table.ToTable("RememberedColumns");
        table.HasIndex(row => new { row.OrganizationId, row.Header }).IsUnique();
    }
}
