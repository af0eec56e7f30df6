using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Organizations;

internal sealed class OrganizationsMapping :
    IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<Region>, IEntityTypeConfiguration<District>, IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Organization> table)
    {
        table.ToTable("Organizations");
        table.HasIndex(row => row.Code).IsUnique();
        table.HasIndex(row => row.RegionCode);
        table.HasOne<Region>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Region> table)
    {
        table.ToTable("Regions").HasKey(row => row.Code);
        table.HasData(RussianRegions.All);
    }

    public void Configure(EntityTypeBuilder<District> table)
    {
        table.ToTable("Districts");
        table.HasIndex(row => new { row.RegionCode, row.SearchName }).IsUnique();
        table.HasOne<Organization>().WithMany().HasForeignKey(row => row.ServedById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<Programme> table)
    {
        table.ToTable("Programmes").HasKey(row => row.Code);
        table.HasIndex(row => row.SearchName);
    }
}
