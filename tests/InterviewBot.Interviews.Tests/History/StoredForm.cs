using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewBot.Interviews.Tests.History;

/// <summary>The names under which things are stored: aliases with their members, and what those are made of.</summary>
internal static class StoredForm
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<(string Alias, Type Type)> Aliases(Type family) =>
        family
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(a => (Alias: (string)a.TypeDiscriminator!, Type: a.DerivedType))
            .OrderBy(a => a.Alias, StringComparer.Ordinal);

    /// <summary>A line for each alias, then one for each type that stands in their members.</summary>
    public static string Of(params Type[] families)
    {
        var lines = new List<string>();
        var parts = new SortedDictionary<string, Type>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            lines.Add($"# {family.Name}");
            lines.AddRange(Aliases(family).Select(a => $"{a.Alias}({Members(a.Type, parts)})"));
        }
        lines.Add("# Parts");
        var written = new HashSet<string>();
        while (parts.Keys.FirstOrDefault(name => !written.Contains(name)) is { } name)
        {
            written.Add(name);
            var type = parts[name];
            lines.Add(
                type.IsEnum ? $"{name}: {string.Join(" | ", Enum.GetNames(type))}" : $"{name}({Members(type, parts)})"
            );
        }
        return string.Join('\n', lines) + "\n";
    }

    private static string Members(Type type, SortedDictionary<string, Type> parts) =>
        string.Join(
            ", ",
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                .Select(p =>
                    $"{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}: {Name(p.PropertyType, parts)}{(IsOptional(p) ? "?" : "")}"
                )
                .Order(StringComparer.Ordinal)
        );

    private static bool IsOptional(PropertyInfo property) =>
        Nullability.Create(property).ReadState == NullabilityState.Nullable;

    private static string Name(Type type, SortedDictionary<string, Type> parts)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type != typeof(string) && type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return $"{Name(type.GetGenericArguments()[0], parts)}[]";
        var isWhole = type.GetCustomAttribute<JsonConverterAttribute>() is not null;
        if (type.Namespace!.StartsWith("InterviewBot", StringComparison.Ordinal) && !isWhole)
            parts[type.Name] = type;
        return type.Name;
    }
}
