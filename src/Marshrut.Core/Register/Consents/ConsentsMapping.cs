using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Register.Consents;

internal sealed class ConsentsMapping : IEntityTypeConfiguration<ConsentTemplate>
{
    public void Configure(EntityTypeBuilder<ConsentTemplate> table)
    {
        table.ToTable("ConsentTemplates");
        table.HasIndex(row => new { row.OrganizationId, row.Purpose, row.Number }).IsUnique();
    }
}
