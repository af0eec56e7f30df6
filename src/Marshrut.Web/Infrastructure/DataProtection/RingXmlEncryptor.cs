using System.Text;
using System.Xml.Linq;
using Marshrut.Core.Platform.Encryption;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Marshrut.Web.Infrastructure.DataProtection;

/// <summary>Seals keys of cookies and forms with the key ring: whoever copies the database alone cannot sign in as anybody.</summary>
public sealed class RingXmlEncryptor(Sealer sealer) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var block = Convert.ToBase64String(sealer.Seal(plain, SealPurpose.DataProtectionKey, 0));
        return new EncryptedXmlInfo(new XElement("sealed", block), typeof(RingXmlDecryptor));
    }
}
