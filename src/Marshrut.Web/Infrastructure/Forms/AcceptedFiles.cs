using Marshrut.Core.People.Files;

namespace Marshrut.Web.Infrastructure.Forms;

/// <summary>A document as it came from a form.</summary>
public static class AcceptedFiles
{
    /// <exception cref="Marshrut.Core.Platform.RuleViolation"><c>file-unusable</c>.</exception>
    public static async Task<AcceptedFile> Accept(this IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return AcceptedFile.Read(file.FileName, content.ToArray());
    }
}
