using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Statistics;

internal sealed class StatisticsMapping : IEntityTypeConfiguration<GraduateStatistic>
{
    public void Configure(EntityTypeBuilder<GraduateStatistic> table)
    {
        table.ToTable("GraduateStatistics");
        table.HasIndex(row => new { row.RegionCode, row.CohortYear, row.Horizon, row.ProgrammeCode, row.OrganizationKey }).IsUnique();
    }
}
