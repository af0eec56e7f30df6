using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Marshrut.Core.Platform.Ids;

/// <summary>Gives an added entity its id at once, so that rows that point to each other go in one save.</summary>
public sealed class IdGenerator : ValueGenerator<long>
{
    public override bool GeneratesTemporaryValues => false;

    public override long Next(EntityEntry entry) => ((MarshrutDb)entry.Context).Ids.Take();
}
