using System.Security.Cryptography;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Tests.Core.Platform.Encryption;

/// <summary>Two programs over one folder of keys.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("marshrut-ring-").FullName;
    private readonly MovableClock clock = new();

    [Fact]
    public void A_running_program_opens_at_once_what_another_sealed_by_a_newer_key()
    {
        var (one, other) = (KeyRing.Open(folder, clock), KeyRing.Open(folder, clock));
        one.Rotate();
        var block = new Sealer(one).Seal([1, 2, 3], SealPurpose.Evidence, 7);

        Sealer.KeyOf(block).ShouldBe(2u);
        new Sealer(other).Open(block, SealPurpose.Evidence, 7).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_running_program_seals_by_the_newer_key_after_a_moment()
    {
        var (one, other) = (KeyRing.Open(folder, clock), KeyRing.Open(folder, clock));
        one.Rotate();

        other.CurrentId.ShouldBe(1u);
        clock.Advance(KeyRing.Freshness);
        other.CurrentId.ShouldBe(2u);
        other.Key(1).ShouldBe(one.Key(1));
    }

    [Fact]
    public void A_folder_that_went_away_does_not_stop_a_program_that_holds_its_keys()
    {
        var ring = KeyRing.Open(folder, clock);
        var key = ring.Key(1);
        File.Delete(Path.Combine(folder, "ring.json"));
        clock.Advance(KeyRing.Freshness);

        ring.CurrentId.ShouldBe(1u);
        ring.Key(1).ShouldBe(key);
        Should.Throw<CryptographicException>(() => ring.Key(2));
    }

    [Fact]
    public void A_foreign_ring_put_in_the_place_of_ours_is_not_taken()
    {
        var ring = KeyRing.Open(folder, clock);
        var key = ring.Key(1);
        File.Delete(Path.Combine(folder, "ring.json"));
        KeyRing.Open(folder, clock).Id.ShouldNotBe(ring.Id);
        clock.Advance(KeyRing.Freshness);

        ring.CurrentId.ShouldBe(1u);
        ring.Key(1).ShouldBe(key);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class MovableClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Advance(TimeSpan by) => ticks += by.Ticks;
    }
}
