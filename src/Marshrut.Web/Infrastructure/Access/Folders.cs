using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Marshrut.Web.Infrastructure.Access;

/// <summary>All folders of pages with what they say about themselves, found by their <see cref="IFolderConventions"/>.</summary>
public sealed class Folders : IPageApplicationModelConvention
{
    private const string Root = "Marshrut.Web.Pages";

    public static readonly IReadOnlyList<FolderDescription> All =
    [
        .. typeof(Folders).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFolderConventions)))
            .Select(Described)
            .OrderByDescending(folder => folder.Path.Length),
    ];

    public void Apply(PageApplicationModel model)
    {
        if (model.HandlerTypeAttributes.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        var folder = All.FirstOrDefault(folder => model.ViewEnginePath.StartsWith(folder.Path + "/", StringComparison.Ordinal));
        if (folder is not null)
        {
            model.EndpointMetadata.Add(folder.RuleOf(model.ViewEnginePath));
        }
    }

    private static FolderDescription Described(Type type)
    {
        var space = type.Namespace ?? "";
        if (!space.StartsWith(Root + ".", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{type.FullName} must stand in a folder of pages.");
        }

        var folder = new FolderDescription(space[Root.Length..].Replace('.', '/'));
        ((IFolderConventions)Activator.CreateInstance(type)!).Describe(folder);
        return folder;
    }
}
