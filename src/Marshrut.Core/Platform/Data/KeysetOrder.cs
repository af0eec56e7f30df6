using System.Linq.Expressions;

namespace Marshrut.Core.Platform.Data;

/// <summary>
/// A total order of lines, part after part, of which a page begins beyond a line: in the database by the same keys as in memory. The last part must be
/// unique. Texts are compared ordinally, on both databases (R22).
/// </summary>
public sealed class KeysetOrder<TLine>
{
    private readonly List<Part> parts = [];

    /// <param name="key">Translated by the database; never null.</param>
    /// <param name="descending">The greater first.</param>
    public KeysetOrder<TLine> By<TKey>(Expression<Func<TLine, TKey>> key, bool descending = false)
        where TKey : IComparable<TKey>
    {
        parts.Add(new Part<TKey>(key, descending));
        return this;
    }

    /// <param name="lines">In no order yet.</param>
    /// <param name="backward">From the end.</param>
    public IOrderedQueryable<TLine> Of(IQueryable<TLine> lines, bool backward)
    {
        var ordered = parts[0].First(lines, backward);
        foreach (var part in parts.Skip(1))
        {
            ordered = part.Then(ordered, backward);
        }

        return ordered;
    }

    /// <summary>What stands after the line <paramref name="at"/>; with <paramref name="backward"/>, before it.</summary>
    public IQueryable<TLine> Beyond(IQueryable<TLine> lines, TLine at, bool backward)
    {
        var line = Expression.Parameter(typeof(TLine), "line");
        Expression? beyond = null;
        foreach (var part in parts.AsEnumerable().Reverse())
        {
            var own = part.Beyond(line, at, backward);
            beyond = beyond is null ? own : Expression.OrElse(own, Expression.AndAlso(part.Same(line, at), beyond));
        }

        return lines.Where(Expression.Lambda<Func<TLine, bool>>(beyond!, line));
    }

    /// <summary>Below zero: <paramref name="one"/> stands before <paramref name="other"/>. For lists that are scanned here.</summary>
    public int Compare(TLine one, TLine other) => parts.Select(part => part.Compare(one, other)).FirstOrDefault(side => side != 0);

    private abstract class Part
    {
        public abstract IOrderedQueryable<TLine> First(IQueryable<TLine> lines, bool backward);

        public abstract IOrderedQueryable<TLine> Then(IOrderedQueryable<TLine> lines, bool backward);

        public abstract Expression Beyond(ParameterExpression line, TLine at, bool backward);

        public abstract Expression Same(ParameterExpression line, TLine at);

        public abstract int Compare(TLine one, TLine other);
    }

    private sealed class Part<TKey>(Expression<Func<TLine, TKey>> key, bool descending) : Part
        where TKey : IComparable<TKey>
    {
        private static readonly System.Reflection.MethodInfo compareTexts = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

        private readonly Func<TLine, TKey> read = key.Compile();

        public override IOrderedQueryable<TLine> First(IQueryable<TLine> lines, bool backward) => descending != backward ? lines.OrderByDescending(key) : lines.OrderBy(key);

        public override IOrderedQueryable<TLine> Then(IOrderedQueryable<TLine> lines, bool backward) => descending != backward ? lines.ThenByDescending(key) : lines.ThenBy(key);

        public override Expression Beyond(ParameterExpression line, TLine at, bool backward)
        {
            var (left, right) = typeof(TKey) == typeof(string)
                ? (Expression.Call(compareTexts, Own(line), Value(at)), (Expression)Expression.Constant(0))
                : (Own(line), Value(at));
            return descending != backward ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        }

        public override Expression Same(ParameterExpression line, TLine at) => Expression.Equal(Own(line), Value(at));

        public override int Compare(TLine one, TLine other)
        {
            var side = (read(one), read(other)) is (string left, string right) ? string.CompareOrdinal(left, right) : read(one).CompareTo(read(other));
            return descending ? -side : side;
        }

        private Expression Own(ParameterExpression line) => new Replacing(key.Parameters[0], line).Visit(key.Body);

        // A field of an object, as the compiler makes it: the database gets a parameter, and the query is translated once.
        private Expression Value(TLine at) => Expression.Field(Expression.Constant(new Held(read(at))), nameof(Held.Key));

        private sealed class Held(TKey key)
        {
            public readonly TKey Key = key;
        }
    }

    private sealed class Replacing(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
