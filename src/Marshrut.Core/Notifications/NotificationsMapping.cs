using Marshrut.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Notifications;

internal sealed class NotificationsMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.ToTable("Notices");
        table.HasOne<User>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.UserId, row.Id });
        table.HasIndex(row => new { row.UserId, row.Kind, row.SubjectId }).HasFilter("read_at IS NULL");
        table.HasIndex(row => row.At).HasFilter("mailed_at IS NULL AND read_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<Letter> table)
    {
        table.ToTable("Letters");
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<User>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.UserId, row.CreatedAt });
        table.HasIndex(row => row.NextAt).HasFilter("state = 1");
    }
}
