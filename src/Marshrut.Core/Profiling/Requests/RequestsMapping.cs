using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Profiling.Requests;

internal sealed class RequestsMapping : IEntityTypeConfiguration<ClientRequest>, IEntityTypeConfiguration<OwnRequestType>
{
    public void Configure(EntityTypeBuilder<ClientRequest> table)
    {
        table.ToTable("ClientRequests");
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Wish).IsSealed(SealPurpose.RequestWish);
        table.Property(row => row.Result).IsSealed(SealPurpose.RequestResult);
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.OrganizationId, row.State, row.AskedOn, row.Id });

        // One request of a type goes on at a time, whoever writes two at once.
        table.HasIndex(row => new { row.PersonId, row.Type }).IsUnique().HasFilter("state < 3").HasDatabaseName("ux_client_requests_going");
    }

    public void Configure(EntityTypeBuilder<OwnRequestType> table)
    {
        table.ToTable("OwnRequestTypes");
        table.Ignore(row => row.Code);
        table.HasIndex(row => row.OrganizationId);
    }
}
