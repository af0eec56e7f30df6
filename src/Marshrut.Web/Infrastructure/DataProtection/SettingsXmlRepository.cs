using System.Xml.Linq;
using Marshrut.Core.Platform;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Marshrut.Web.Infrastructure.DataProtection;

/// <summary>Keys of cookies and forms live in the database of the installation, so that every node has the same ones and no node keeps state (DESIGN §1).</summary>
public sealed class SettingsXmlRepository(InstallationSettings settings) : IXmlRepository
{
    private const string Prefix = "data-protection.";

    public IReadOnlyCollection<XElement> GetAllElements() => [.. settings.Read(Prefix).Values.Select(text => XElement.Parse(text))];

    public void StoreElement(XElement element, string friendlyName) =>
        settings.Write((Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting)));
}
