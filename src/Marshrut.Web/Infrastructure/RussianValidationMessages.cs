using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Marshrut.Web.Infrastructure;

/// <summary>Sentences of the validation attributes that were given none of their own.</summary>
public sealed class RussianValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        var attributes = context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>();
        foreach (var attribute in attributes.Where(attribute => attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null))
        {
            attribute.ErrorMessage = Words(attribute);
        }
    }

    private static string? Words(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Заполните поле «{0}»",
        StringLengthAttribute { MinimumLength: > 0 } => "В поле «{0}» нужно от {2} до {1} знаков",
        StringLengthAttribute or MaxLengthAttribute => "Слишком длинно: в поле «{0}» помещается {1} знаков",
        MinLengthAttribute => "Слишком коротко: в поле «{0}» нужно не меньше {1} знаков",
        RangeAttribute => "В поле «{0}» нужно число от {1} до {2}",
        EmailAddressAttribute => "Адрес почты неполный. Нужен такой: imya@primer.ru",
        PhoneAttribute => "Телефон неполный. Нужен такой: +7 900 000-00-00",
        RegularExpressionAttribute => "Запись в поле «{0}» не подходит. Проверьте её",
        CompareAttribute => "Поля «{0}» и «{1}» не совпали. Введите одинаково",
        _ => null,
    };
}
