using System.Reflection;
using System.Reflection.Emit;

namespace Marshrut.Tests.Architecture;

/// <summary>
/// What compiled code refers to: base types, interfaces, fields, signatures, locals and every type and member that an instruction names. What the
/// compiler made of lambdas and async methods is told of the class that a person wrote.
/// </summary>
internal static class CodeReader
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Each written class with each member or type it refers to.</summary>
    public static IEnumerable<(Type From, MemberInfo To)> References(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => OfType(type).SelectMany(Parts).Select(to => (Written(type), to)));

    /// <summary>The outermost class around a nested or compiler-made one.</summary>
    public static Type Written(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static IEnumerable<MemberInfo> OfType(Type type)
    {
        if (type.BaseType is { } parent)
        {
            yield return parent;
        }

        foreach (var contract in type.GetInterfaces())
        {
            yield return contract;
        }

        foreach (var field in type.GetFields(Own))
        {
            yield return field.FieldType;
        }

        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
        {
            foreach (var reference in OfMethod(method))
            {
                yield return reference;
            }
        }
    }

    private static IEnumerable<MemberInfo> OfMethod(MethodBase method)
    {
        if (method is MethodInfo { ReturnType: var result })
        {
            yield return result;
        }

        foreach (var parameter in method.GetParameters())
        {
            yield return parameter.ParameterType;
        }

        if (method.GetMethodBody() is not { } body)
        {
            yield break;
        }

        foreach (var local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            if (method.Module.ResolveMember(token, typeArguments, methodArguments) is { } member)
            {
                yield return member;
            }
        }
    }

    /// <summary>A generic type or method names its arguments too.</summary>
    private static IEnumerable<MemberInfo> Parts(MemberInfo member)
    {
        yield return member;
        if (member is Type type)
        {
            if (type.HasElementType)
            {
                foreach (var part in Parts(type.GetElementType()!))
                {
                    yield return part;
                }
            }
            else if (type is { IsGenericType: true, IsGenericTypeDefinition: false })
            {
                foreach (var part in type.GetGenericArguments().SelectMany(Parts))
                {
                    yield return part;
                }
            }

            yield break;
        }

        if (member.DeclaringType is { } declaring)
        {
            foreach (var part in Parts(declaring))
            {
                yield return part;
            }
        }

        if (member is MethodInfo { IsGenericMethod: true, IsGenericMethodDefinition: false } method)
        {
            foreach (var part in method.GetGenericArguments().SelectMany(Parts))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xfe ? (short)((code[at] << 8) | code[at + 1]) : code[at];
            var operation = Codes[value];
            at += operation.Size;
            switch (operation.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    yield return BitConverter.ToInt32(code, at);
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(code, at));
                    break;
                default:
                    at += Length(operation.OperandType);
                    break;
            }
        }
    }

    private static int Length(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
