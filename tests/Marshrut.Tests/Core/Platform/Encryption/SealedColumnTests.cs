using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Tests.Core.Platform.Encryption;

/// <summary>A change of keys finds what is sealed by the model; these tests hold that the model says it.</summary>
public class SealedColumnTests
{
    /// <summary>Columns of bytes that the key ring does not seal, each with its reason.</summary>
    private static readonly Dictionary<string, string> NotSealed = new()
    {
        ["api_keys.key_hash"] = "SHA-256 of a random key",
        ["audit_entries.previous_hash"] = "a hash of the chain",
        ["audit_entries.hash"] = "a hash of the chain",
        ["audit_entries.sealed"] = "under the key of its person, which is sealed in person_keys; the chain covers these bytes",
        ["audit_heads.hash"] = "a hash of the chain",
        ["people.fingerprint"] = "an HMAC by the identity key, which never rotates (R41)",
        ["holdings.fingerprint"] = "the same",
        ["invitations.code_hash"] = "the same",
        ["campaigns.wall_hash"] = "the same",
        ["asp_net_user_passkeys.credential_id"] = "public by its nature",
    };

    [Theory, InlineData(DatabaseProvider.Sqlite), InlineData(DatabaseProvider.Postgres)]
    public void A_column_of_bytes_is_declared_sealed_or_stands_here_with_its_reason(DatabaseProvider provider)
    {
        using var db = UnopenedDb.Of(provider);
        var declared = SealedColumn.Of(db.Model).Select(Name).ToList();
        var others = SealedColumn.AllPossible(db.Model).Select(Name).Except(declared).ToList();

        declared.Count.ShouldBeGreaterThan(8);
        others.ShouldBe(NotSealed.Keys, ignoreOrder: true, "Say IsSealed in the mapping of a new sealed column; name here one that is not.");
    }

    [Fact]
    public void Whatever_is_sealed_for_a_purpose_stands_in_one_declared_column()
    {
        using var db = UnopenedDb.Of(DatabaseProvider.Sqlite);

        SealedColumn.Of(db.Model).SelectMany(column => column.Purposes).ShouldBe(Enum.GetValues<SealPurpose>(), ignoreOrder: true);
    }

    private static string Name(SealedColumn column) => $"{column.Table}.{column.Name}";
}
