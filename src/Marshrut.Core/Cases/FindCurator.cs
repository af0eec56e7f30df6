using Marshrut.Core.Platform;

namespace Marshrut.Core.Cases;

/// <summary>Finds a curator among the staff of the employment centre in scope.</summary>
public sealed class FindCurator(ListCurators curators) : IUseCase
{
    /// <exception cref="RuleViolation"><c>no-such-curator</c>: not of this centre, or blocked.</exception>
    public async Task<Curator> Find(long userId, CancellationToken cancel) =>
        (await curators.List(cancel)).FirstOrDefault(curator => curator.UserId == userId)
        ?? throw new RuleViolation("no-such-curator", "Такого специалиста в вашем центре занятости нет, или вход ему закрыт. Выберите другого куратора.");
}
