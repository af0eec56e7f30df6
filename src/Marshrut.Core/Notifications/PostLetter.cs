using MailKit.Net.Smtp;
using MailKit.Security;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using MimeKit;

namespace Marshrut.Core.Notifications;

/// <summary>Hands one letter to the mail server, or lays it into the folder of letters where none is set.</summary>
public sealed class PostLetter(CoreSettings settings, PersonalLinks links, TimeProvider clock) : IUseCase
{
    private const string Product = "«Маршрут»";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    /// <summary>Where letters lie when there is no server.</summary>
    public string Folder => Path.Combine(settings.StoragePath, "mail");

    /// <exception cref="Exception">Whatever the server or the network says: the letter is tried again.</exception>
    public async Task Post(Letter letter, CancellationToken cancel)
    {
        using var message = Message(letter);
        if (settings.Mail.Host is null)
        {
            await Lay(message, letter.Id, cancel);
            return;
        }

        var mail = settings.Mail;
        using var smtp = new SmtpClient { Timeout = (int)patience.TotalMilliseconds };
        await smtp.ConnectAsync(mail.Host, mail.Port, mail.Security switch
        {
            MailSecurity.None => SecureSocketOptions.None,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.Auto,
        }, cancel);
        if (mail.User is not null)
        {
            await smtp.AuthenticateAsync(mail.User, mail.Password ?? "", cancel);
        }

        await smtp.SendAsync(message, cancel);
        await smtp.DisconnectAsync(quit: true, cancel);
    }

    /// <summary>The id of the message is that of the letter: a server that got it twice knows it.</summary>
    private MimeMessage Message(Letter letter)
    {
        var host = settings.Mail.SiteAddress?.Host ?? "marshrut.local";
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = clock.GetLocalNow(),
            MessageId = FormattableString.Invariant($"letter-{letter.Id}@{host}"),
            Body = new TextPart("plain") { Text = letter.LinkOf is { } opens ? letter.Text.Replace(Letter.LinkPlace, links.Token(opens, letter.LinkNumber), StringComparison.Ordinal) : letter.Text },
        };
        message.From.Add(new MailboxAddress(Product, settings.Mail.From));
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private async Task Lay(MimeMessage message, long id, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, FormattableString.Invariant($"{id}.eml"));
        var draft = path + ".part";
        await using (var file = File.Create(draft))
        {
            await message.WriteToAsync(file, cancel);
        }

        File.Move(draft, path, overwrite: true);
    }
}
