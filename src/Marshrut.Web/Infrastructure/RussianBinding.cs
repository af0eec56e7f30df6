using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace Marshrut.Web.Infrastructure;

/// <summary>What the framework itself says about values it could not read: Russian, plain, with what to do.</summary>
public sealed class RussianBinding : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        Fill(options.ModelBindingMessageProvider);
        options.ModelMetadataDetailsProviders.Add(new RussianValidationMessages());
    }

    private static void Fill(DefaultModelBindingMessageProvider words)
    {
        words.SetAttemptedValueIsInvalidAccessor((value, field) => $"«{value}» не подходит для поля «{field}». Проверьте запись");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"«{value}» не подходит. Проверьте запись");
        words.SetUnknownValueIsInvalidAccessor(field => $"Значение не подходит для поля «{field}». Проверьте запись");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Значение не подходит. Проверьте запись");
        words.SetValueIsInvalidAccessor(value => $"«{value}» не подходит. Проверьте запись");
        words.SetValueMustBeANumberAccessor(field => $"В поле «{field}» нужно число");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "Нужно число");
        words.SetValueMustNotBeNullAccessor(_ => "Заполните это поле");
        words.SetMissingBindRequiredValueAccessor(field => $"Заполните поле «{field}»");
        words.SetMissingKeyOrValueAccessor(() => "Заполните это поле");
        words.SetMissingRequestBodyRequiredValueAccessor(() => "Запрос пришёл пустым. Повторите его");
    }
}
