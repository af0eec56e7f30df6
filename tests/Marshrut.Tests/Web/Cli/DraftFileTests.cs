using Marshrut.Web.Cli;

namespace Marshrut.Tests.Web.Cli;

public class DraftFileTests
{
    [Fact]
    public async Task A_file_that_was_not_finished_leaves_no_names_behind_and_the_earlier_one_stays()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "list.csv");
            await File.WriteAllTextAsync(path, "прежний", TestContext.Current.CancellationToken);
            await Should.ThrowAsync<OperationCanceledException>(async () =>
            {
                await using var file = DraftFile.Create(path);
                await file.Stream.WriteAsync("Ольхова"u8.ToArray(), TestContext.Current.CancellationToken);
                throw new OperationCanceledException();
            });
            folder.GetFiles().Select(file => file.Name).ShouldBe(["list.csv"]);
            (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe("прежний");

            await using (var file = DraftFile.Create(path))
            {
                await file.Stream.WriteAsync("Липова"u8.ToArray(), TestContext.Current.CancellationToken);
                await file.Keep();
            }

            folder.GetFiles().Select(file => file.Name).ShouldBe(["list.csv"]);
            (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe("Липова");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
