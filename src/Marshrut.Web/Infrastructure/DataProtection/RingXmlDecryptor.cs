using System.Text;
using System.Xml.Linq;
using Marshrut.Core.Platform.Encryption;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Marshrut.Web.Infrastructure.DataProtection;

/// <summary>Opens what <see cref="RingXmlEncryptor"/> sealed. The stored keys name this class: renaming it makes them unreadable.</summary>
public sealed class RingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var block = Convert.FromBase64String(encryptedElement.Value);
        return XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<Sealer>().Open(block, SealPurpose.DataProtectionKey, 0)));
    }
}
