using Marshrut.Core.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Accounts;

internal sealed class AccountsMapping : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<User> table) => table.ToTable("Users");

    public void Configure(EntityTypeBuilder<Membership> table)
    {
        table.ToTable("Memberships");
        table.HasIndex(row => row.UserId);
        table.HasIndex(row => row.OrganizationId);
        table.HasOne<User>().WithMany().HasForeignKey(row => row.UserId);
        table.HasOne<Organization>().WithMany().HasForeignKey(row => row.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ApiKey> table)
    {
        table.ToTable("ApiKeys");
        table.HasIndex(row => row.KeyHash).IsUnique();
    }
}
