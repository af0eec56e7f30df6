using Marshrut.Rules;

namespace Marshrut.Tests.Architecture;

public class LayerTests
{
    [Fact]
    public void Rules_know_neither_database_nor_web()
    {
        var references = typeof(AssemblyMarker).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        references.ShouldNotContain(name => name.StartsWith("Microsoft.EntityFrameworkCore") || name.StartsWith("Microsoft.AspNetCore"));
    }
}
