using System.Collections.Concurrent;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Tests.Core.Platform.Jobs;

/// <summary>A work that a test steers: what it was run with is written down, and it goes on while the test holds it.</summary>
public sealed class ProbeWork(ProbeWork.Board board, ActingScope scope) : IBackgroundWork
{
    public const string Name = "probe";

    public string Kind => Name;

    public string Title => "Проба";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var whose = context.OrganizationId ?? 0;
        board.Overlapped |= !board.Going.TryAdd(whose, context.RunId);
        board.Runs.Enqueue(new Begun(context.RunId, whose, scope.Actor, scope.MayHandleRestricted, context.Arguments<Order>().Number, context.IsTakenUpAgain));
        try
        {
            context.Report(1, 4, "первый шаг");
            if (board.Failure is { } failure)
            {
                throw failure;
            }

            await board.Gate.WaitAsync(cancel);
            board.Gate.Release();
            context.Report(4, 4, "последний шаг");
            context.Summary = "Готово: 4.";
        }
        finally
        {
            board.Going.TryRemove(whose, out _);
        }
    }

    public Task GiveUp(JobContext context, CancellationToken cancel)
    {
        board.GivenUp.Enqueue(context.RunId);
        return Task.CompletedTask;
    }

    public sealed record Order(int Number);

    public sealed record Begun(long Id, long Organization, string Actor, bool Restricted, int Number, bool Again);

    /// <summary>Shared by a test and the works of its hosts.</summary>
    public sealed class Board
    {
        public ConcurrentQueue<Begun> Runs { get; } = new();

        public ConcurrentQueue<long> GivenUp { get; } = new();

        public ConcurrentDictionary<long, long> Going { get; } = new();

        /// <summary>Open by default; a test takes it to hold the works.</summary>
        public SemaphoreSlim Gate { get; } = new(1);

        public Exception? Failure { get; set; }

        public bool Overlapped { get; set; }
    }
}
