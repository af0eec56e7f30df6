using Marshrut.Core.Register.Editing;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>Forms of a card that exists: whatever is asked of them, the card is read first, and a foreign one is not found.</summary>
public abstract class KnownCardEditing(Workplace workplace, Moments moments, ReadCardForm forms) : CardEditing(workplace, moments)
{
    public CardForm Form { get; private set; } = null!;

    /// <returns>False: there is no such card in the organisation of this page.</returns>
    protected async Task<bool> ReadCard(long id, CancellationToken cancel)
    {
        if (await forms.Read(id, cancel) is not { } form)
        {
            return false;
        }

        Form = form;
        return true;
    }
}
