using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Profiling.Groups;

internal sealed class GroupsMapping : IEntityTypeConfiguration<ClientGroup>
{
    public void Configure(EntityTypeBuilder<ClientGroup> table)
    {
        table.ToTable("ClientGroups");
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => row.OrganizationId);
    }
}
