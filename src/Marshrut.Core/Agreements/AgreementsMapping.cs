using Marshrut.Core.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Agreements;

internal sealed class AgreementsMapping : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> table)
    {
        table.ToTable("Agreements");
        table.Ignore(row => row.FromPerson).Ignore(row => row.ToPerson).Ignore(row => row.Terms).Ignore(row => row.LastDay);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Organization>().WithMany().HasForeignKey(row => row.FromOrganizationId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Organization>().WithMany().HasForeignKey(row => row.ToOrganizationId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.FromOrganizationId, row.ToOrganizationId, row.NumberKey, row.SignedOn }).IsUnique();
        table.HasIndex(row => row.ToOrganizationId);
    }
}
