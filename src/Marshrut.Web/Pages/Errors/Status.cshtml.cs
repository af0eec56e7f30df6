using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Errors;

/// <summary>
/// The page shown instead of a bare status. Somebody else's record answers like one that does not exist, so 403 reads as 404.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StatusModel(ILogger<StatusModel> log) : PageModel
{
    public string Heading { get; private set; } = string.Empty;

    public string Advice { get; private set; } = string.Empty;

    /// <summary>Eight signs that find the failure in the log; only for 500.</summary>
    public string? CaseCode { get; private set; }

    public void OnGet([FromRoute] int code) => Show(code);

    public void OnPost([FromRoute] int code) => Show(code);

    private void Show(int code)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>();
        var reExecuted = failed is not null || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        // Nobody comes here by address: that is an unknown page too.
        var status = reExecuted ? code : StatusCodes.Status404NotFound;
        (Heading, Advice) = Words(status);
        if (failed is not null)
        {
            CaseCode = (Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier)[^8..].ToUpperInvariant();
            log.LogError(failed.Error, "A request failed and was shown as case {CaseCode}", CaseCode);
        }

        Response.StatusCode = status == StatusCodes.Status403Forbidden ? StatusCodes.Status404NotFound : status;
    }

    private static (string Heading, string Advice) Words(int status) => status switch
    {
        400 => ("Страница устарела", "Запрос не принят: страница была открыта давно или в другом окне сменился пользователь. Вернитесь, обновите её и повторите."),
        401 => ("Нужно войти", "Сеанс закончился. Войдите и откройте страницу снова."),
        405 => ("Так страница не открывается", "Вернитесь на предыдущую страницу и повторите действие оттуда."),
        413 => ("Файл слишком большой", "Разделите его на несколько частей или уберите лишние листы и картинки."),
        429 => ("Слишком много попыток", "Подождите несколько минут и попробуйте снова."),
        503 => ("Программа сейчас занята", "Попробуйте через минуту."),
        >= 500 => ("Не получилось показать страницу", "Мы записали этот случай. Попробуйте ещё раз; если не поможет, сообщите код в поддержку."),
        _ => ("Такой страницы нет", "Возможно, запись удалена или доступна не вам. Проверьте адрес."),
    };
}
