using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Marshrut.Core.Platform.Data;

/// <summary>How a connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>As the port says: TLS on 465, STARTTLS where the server offers it.</summary>
    Auto,
    None,
    StartTls,
    Tls,
}

/// <summary>Settings <c>Mail:*</c> and <c>Site:Address</c>.</summary>
/// <param name="Host"><c>Mail:Host</c>; null: letters are files in the folder <c>mail</c> of the storage.</param>
/// <param name="From"><c>Mail:From</c>, the sender's address.</param>
/// <param name="SiteAddress"><c>Site:Address</c>, where people open the site: a letter leads there; null: it leads nowhere.</param>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, MailSecurity Security, string From, Uri? SiteAddress)
{
    public static MailSettings Default { get; } = new(null, 587, null, null, MailSecurity.Auto, "marshrut@localhost", null);

    /// <exception cref="FormatException">A setting has a value that it cannot have; the message names it, in Russian.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        var port = configuration["Mail:Port"] ?? "587";
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65_535)
        {
            throw new FormatException($"Mail:Port = «{port}». Напишите номер порта, например 587.");
        }

        var security = configuration["Mail:Security"] ?? nameof(MailSecurity.Auto);
        if (!Enum.TryParse<MailSecurity>(security, ignoreCase: true, out var known) || !Enum.IsDefined(known))
        {
            throw new FormatException($"Mail:Security = «{security}». Напишите Auto, None, StartTls или Tls.");
        }

        var from = configuration["Mail:From"] is { Length: > 0 } sender ? sender : Default.From;
        if (!from.Contains('@', StringComparison.Ordinal))
        {
            throw new FormatException($"Mail:From = «{from}». Напишите адрес отправителя.");
        }

        var site = configuration["Site:Address"];
        if (!string.IsNullOrEmpty(site) && !(Uri.TryCreate(site, UriKind.Absolute, out var read) && read.Scheme is "http" or "https"))
        {
            throw new FormatException($"Site:Address = «{site}». Напишите адрес сайта целиком: https://marshrut.example.ru.");
        }

        return new MailSettings(
            Of(configuration["Mail:Host"]), number, Of(configuration["Mail:User"]), Of(configuration["Mail:Password"]), known, from, string.IsNullOrEmpty(site) ? null : new Uri(site));
    }

    private static string? Of(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
