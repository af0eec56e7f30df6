using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Marshrut.Core.Platform.Tenancy;

/// <summary>The third net (DESIGN §5): no row of other organisations is written, by SaveChanges or in bulk, and no row goes over to others.</summary>
public static class WriteGuard
{
    public static void Check(ChangeTracker tracker, ActingScope scope)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            Check(entry.Entity, scope);
            if (entry.State == EntityState.Added)
            {
                continue;
            }

            if (entry.Entity is IOwned && !scope.WritesAnyOrganization && Original(entry, nameof(IOwned.OrganizationId)) != scope.OrganizationId)
            {
                throw Foreign(entry.Entity);
            }

            if (entry.Entity is ITwoSided row
                && (Original(entry, nameof(ITwoSided.FromOrganizationId)) != row.FromOrganizationId || Original(entry, nameof(ITwoSided.ToOrganizationId)) != row.ToOrganizationId))
            {
                throw new TenancyViolation($"The parties of {entry.Metadata.ClrType.Name} never change.");
            }
        }
    }

    /// <summary>By what the row says of itself. Rows that belong to nobody pass.</summary>
    public static void Check(object row, ActingScope scope)
    {
        if (row is ITwoSided both && both.FromOrganizationId == both.ToOrganizationId)
        {
            throw new TenancyViolation($"{row.GetType().Name} needs two parties.");
        }

        if (scope.WritesAnyOrganization)
        {
            return;
        }

        var mine = row switch
        {
            IOwned owned => owned.OrganizationId == scope.OrganizationId,
            ITwoSided shared => shared.FromOrganizationId == scope.OrganizationId || shared.ToOrganizationId == scope.OrganizationId,
            _ => true,
        };
        if (!mine)
        {
            throw Foreign(row);
        }
    }

    private static long Original(EntityEntry entry, string property) => (long)entry.Property(property).OriginalValue!;

    private static TenancyViolation Foreign(object row) => new($"{row.GetType().Name} belongs to another organisation.");
}
