using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Encryption;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Marshrut.Web.Infrastructure.DataProtection;

/// <summary>Keys of cookies, forms and links that expire: in the database, sealed by the key ring.</summary>
public static class DataProtectionServices
{
    public static IServiceCollection AddSealedDataProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("marshrut");
        services.AddOptions<KeyManagementOptions>().Configure<InstallationSettings, Sealer>((options, settings, sealer) =>
        {
            options.XmlRepository = new SettingsXmlRepository(settings);
            options.XmlEncryptor = new RingXmlEncryptor(sealer);
        });
        return services;
    }
}
