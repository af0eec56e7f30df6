using Marshrut.Core.Cabinet.Cvs;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Cabinet;

internal sealed class CabinetMapping : IEntityTypeConfiguration<FactContest>, IEntityTypeConfiguration<Cv>
{
    public void Configure(EntityTypeBuilder<FactContest> table)
    {
        table.ToTable("FactContests");
        table.Property(row => row.Text).IsSealed(SealPurpose.ContestText);
        table.Property(row => row.Answer).IsSealed(SealPurpose.ContestAnswer);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.OrganizationId, row.State, row.AnswerBy });
    }

    public void Configure(EntityTypeBuilder<Cv> table)
    {
        table.ToTable("Cvs");
        table.Property(row => row.Content).IsSealed(SealPurpose.Cv);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.PersonId).IsUnique();
    }
}
