using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
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
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        await csv.ReadAsync();
        csv.ReadHeader();
        while (await csv.ReadAsync())
        {
            var name = csv.GetField("name")!;
            db.Programmes.Add(new Programme { Code = csv.GetField("code")!, Name = name, SearchName = NameText.Normalize(name) });
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
