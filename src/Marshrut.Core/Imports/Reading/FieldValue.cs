namespace Marshrut.Core.Imports.Reading;

/// <summary>What a cell asks for.</summary>
public enum FieldState : byte
{
    /// <summary>Nothing stands there, or it could not be read: what is stored stays (R8).</summary>
    Blank = 0,

    /// <summary>«неизвестно»: what is stored goes (R8).</summary>
    Erased = 1,
    Given = 2,
}

/// <summary>A value of a register row that may be blank, erased or given.</summary>
/// <param name="State">Which of the three.</param>
/// <param name="Value">The value when given, else the default of its type.</param>
public readonly record struct FieldValue<T>(FieldState State, T? Value)
{
    public static FieldValue<T> Blank => default;

    public static FieldValue<T> Erased => new(FieldState.Erased, default);

    public static FieldValue<T> Of(T value) => new(FieldState.Given, value);

    public bool IsGiven => State == FieldState.Given;

    public bool IsBlank => State == FieldState.Blank;
}

/// <summary>Puts what a cell asks for over what is stored.</summary>
public static class FieldValues
{
    /// <summary>What is stored afterwards: the given value, nothing, or <paramref name="stored"/> as it was.</summary>
    public static string? Over(this FieldValue<string> value, string? stored) => value.State switch
    {
        FieldState.Given => value.Value,
        FieldState.Erased => null,
        _ => stored,
    };

    /// <inheritdoc cref="Over(FieldValue{string}, string?)"/>
    public static T? Over<T>(this FieldValue<T> value, T? stored)
        where T : struct => value.State switch
        {
            FieldState.Given => value.Value,
            FieldState.Erased => null,
            _ => stored,
        };
}
