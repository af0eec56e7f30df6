using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <summary>Puts the directory of programmes that ships with the program into a database that has none (DOMAIN §2). Later lists are imported over it.</summary>
public sealed class LoadReferenceData(MarshrutDb db) : IUseCase
{
    public async Task Load(CancellationToken cancel)
    {
        if (await db.Programmes.AnyAsync(cancel))
        {
            return;
        }

        using var stream = typeof(LoadReferenceData).Assembly.GetManifestResourceStream("Marshrut.Core.Organizations.Data.programmes.csv")!;
        using var reader = new StreamReader(stream);
        await reader.ReadLineAsync(cancel);
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            var (code, name) = (line[..line.IndexOf(';')], line[(line.IndexOf(';') + 1)..]);
            db.Programmes.Add(new Programme { Code = code, Name = name, SearchName = NameText.Normalize(name) });
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
