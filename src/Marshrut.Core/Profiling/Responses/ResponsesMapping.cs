using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Profiling.Responses;

internal sealed class ResponsesMapping : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> table)
    {
        table.ToTable("Responses");
        table.Property(row => row.Answers).IsSealed(SealPurpose.ResponseAnswers);
        table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.OrganizationId, row.Questionnaire, row.AnsweredOn, row.Id });
    }
}
