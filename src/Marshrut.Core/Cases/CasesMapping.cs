using Marshrut.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Cases;

internal sealed class CasesMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> table)
    {
        table.ToTable("Cases");
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.SetNull);
        table.HasIndex(row => new { row.OrganizationId, row.State, row.SortName, row.Id });
        table.HasIndex(row => new { row.OrganizationId, row.CuratorId, row.State, row.NextContactOn });
        table.HasIndex(row => row.TransferItemId).IsUnique();

        // A person has at most one open case (DOMAIN §9): the database keeps it, whoever opens two at once.
        table.HasIndex(row => row.PersonId).IsUnique().HasFilter("state <> 4").HasDatabaseName("ux_cases_open_person");
    }
}
