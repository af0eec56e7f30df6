using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Transfers;

/// <summary>What the employment centre in scope stated for a month and what is taken of it.</summary>
public sealed class CountOwnPlaces(MarshrutDb db, CountFreePlaces places) : IUseCase
{
    /// <inheritdoc cref="CountFreePlaces.Count"/>
    public Task<MonthlyPlaces?> Count(DateOnly month, CancellationToken cancel) => places.Count(db.Scope.OrganizationId, month, cancel);
}
