using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Architecture;

/// <summary>Goes round the nets, so that the test of the list has something to find. Nobody calls it.</summary>
internal static class Trespasser
{
    public static async Task<int> Trespass<T>(IQueryable<T> rows, IReadOnlyCollection<string> filters)
        where T : class => await Task.Run(() => rows.IgnoreQueryFilters(filters).ExecuteDeleteAsync());
}
