using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Profiling.Questionnaires;

internal sealed class QuestionnairesMapping : IEntityTypeConfiguration<OwnQuestionnaire>, IEntityTypeConfiguration<PublishedQuestionnaire>
{
    public void Configure(EntityTypeBuilder<OwnQuestionnaire> table)
    {
        table.ToTable("Questionnaires");
        table.Ignore(row => row.Code);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => row.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<PublishedQuestionnaire> table)
    {
        table.ToTable("QuestionnaireVersions");
        table.HasOne<OwnQuestionnaire>().WithMany().HasForeignKey(row => row.QuestionnaireId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.QuestionnaireId, row.Number }).IsUnique();
    }
}
