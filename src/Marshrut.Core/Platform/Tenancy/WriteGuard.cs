using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Marshrut.Core.Platform.Tenancy;

/// <summary>The third net (DESIGN §5): no row of another organisation is written, by SaveChanges or in bulk.</summary>
public static class WriteGuard
{
    public static void Check(ChangeTracker tracker, ActingScope scope)
    {
        if (scope.WritesAnyOrganization)
        {
            return;
        }

        foreach (var entry in tracker.Entries<IOwned>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            Check(entry.Entity, scope);
            if (entry.State != EntityState.Added
                && entry.Property(nameof(IOwned.OrganizationId)).OriginalValue is long original
                && original != scope.OrganizationId)
            {
                throw new TenancyViolation($"{entry.Metadata.ClrType.Name} belongs to another organisation.");
            }
        }
    }

    public static void Check(IOwned row, ActingScope scope)
    {
        if (!scope.WritesAnyOrganization && row.OrganizationId != scope.OrganizationId)
        {
            throw new TenancyViolation($"{row.GetType().Name} belongs to another organisation.");
        }
    }
}
