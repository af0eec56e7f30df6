using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Encryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Accounts;

internal sealed class AccountsMapping :
    IEntityTypeConfiguration<User>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<ApiKey>, IEntityTypeConfiguration<IdentityUserToken<long>>
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

    /// <summary>A token of a user is their second step.</summary>
    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> table) => table.Property(row => row.Value).IsSealed(SealPurpose.SecondStep);

    public void Configure(EntityTypeBuilder<ApiKey> table)
    {
        table.ToTable("ApiKeys");
        table.HasIndex(row => row.KeyHash).IsUnique();
    }
}
