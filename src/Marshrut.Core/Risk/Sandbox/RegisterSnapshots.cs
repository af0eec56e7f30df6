using System.Collections.Concurrent;
using Marshrut.Core.Organizations;

namespace Marshrut.Core.Risk.Sandbox;

/// <summary>The opened register of one organisation as rules read it, on one day.</summary>
/// <param name="Version">Of the organisation's register when it was read.</param>
/// <param name="WithStudies">Rules of added characteristics can be asked.</param>
internal sealed record RegisterSnapshot(long Version, DateOnly Day, bool WithStudies, RegisterToAssess Register)
{
    private (string Signature, JudgedOnce[] People)? held;

    /// <summary>Everybody by what holds, as long as it holds.</summary>
    public JudgedOnce[] Held(TrialSide side, bool mayUseRestricted, Func<JudgedOnce[]> judge)
    {
        var signature = $"{mayUseRestricted} {side.Signature}";
        if (held is { } known && known.Signature == signature)
        {
            return known.People;
        }

        var people = judge();
        held = (signature, people);
        return people;
    }

    public int People => Register.Assessed.Count;
}

/// <summary>
/// Registers opened for the sandbox, kept in the process by their version: reading and unsealing is what takes long, the rules themselves do not. Not state:
/// any node makes it anew.
/// </summary>
public sealed class RegisterSnapshots
{
    /// <summary>About half a kilobyte a person: a large region fits, several do not.</summary>
    private const int MostPeople = 600_000;

    private readonly ConcurrentDictionary<long, RegisterSnapshot> known = new();

    /// <param name="registers">Of a scope inside <paramref name="organization"/>.</param>
    internal async Task<RegisterSnapshot> Of(Organization organization, DateOnly day, bool withStudies, AssessedRegister registers, CancellationToken cancel)
    {
        if (Kept(organization, day, withStudies) is { } kept)
        {
            return kept;
        }

        var register = await registers.Read(organization, new AssessOrganizationInput(day, FinalYearOnly: false), cancel, withStudies);
        var read = new RegisterSnapshot(organization.RegisterVersion, day, withStudies, register);
        if (known.Where(one => one.Key != organization.Id).Sum(one => one.Value.People) + read.People > MostPeople)
        {
            known.Clear();
        }

        return known[organization.Id] = read;
    }

    /// <summary>Null: it must be read.</summary>
    internal RegisterSnapshot? Kept(Organization organization, DateOnly day, bool withStudies) =>
        known.TryGetValue(organization.Id, out var kept) && kept.Version == organization.RegisterVersion && kept.Day == day && (kept.WithStudies || !withStudies) ? kept : null;
}
