using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace InterviewBot.Interviews.Tests.History;

/// <summary>A state as lines that a person can read and compare: <c>path = value</c>, sets and dictionaries in the order of their keys, nothing that is empty.</summary>
internal static class StateText
{
    public static string Of(object state)
    {
        var text = new StringBuilder();
        Write(text, "", state);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string path, object? value)
    {
        switch (value)
        {
            case null or "" or false or 0 or 0L:
                break;
            case DateTimeOffset at:
                text.Append(CultureInfo.InvariantCulture, $"{path} = {at:u}\n");
                break;
            case string or IFormattable or bool:
                text.Append(CultureInfo.InvariantCulture, $"{path} = {value}\n");
                break;
            case IDictionary entries:
                foreach (var key in entries.Keys.Cast<object>().OrderBy(k => k.ToString(), StringComparer.Ordinal))
                    Write(text, $"{path}[{key}]", entries[key]);
                break;
            case IEnumerable<ulong> set:
                text.Append(CultureInfo.InvariantCulture, $"{path} = {set.Count()}\n");
                break;
            case IEnumerable list:
                var n = 0;
                foreach (var item in list)
                    Write(text, $"{path}[{n++}]", item);
                break;
            default:
                WriteParts(text, path, value);
                break;
        }
    }

    // Ids and other small values say themselves; what has parts is written part by part.
    private static void WriteParts(StringBuilder text, string path, object value)
    {
        var parts = value
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite)
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ToList();
        if (parts.Count == 0 || value.GetType().Namespace!.EndsWith(".Identity", StringComparison.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{path} = {value}\n");
        else
            foreach (var part in parts)
                Write(text, path.Length == 0 ? part.Name : $"{path}.{part.Name}", part.GetValue(value));
    }
}
