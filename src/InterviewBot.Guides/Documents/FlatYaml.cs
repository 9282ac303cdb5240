using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InterviewBot.Guides.Documents;

/// <summary>The little YAML that guides use: names with a text or a list of texts. Read event by event, so depth and aliases cost nothing.</summary>
internal static class FlatYaml
{
    private const int MostLength = 64 * 1024;

    /// <returns>Null when the text is not YAML of this shape; <paramref name="problem"/> says why.</returns>
    public static Dictionary<string, List<string>>? Read(string text, out string? problem)
    {
        problem = text.Length > MostLength ? $"more than {MostLength} characters" : null;
        if (problem is not null)
            return null;
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return values;
            if (parser.TryConsume<Scalar>(out var only) && only.Value.Length == 0)
                return values;
            if (!parser.TryConsume<MappingStart>(out _))
                return Refuse("names with values are expected, one a line", out problem);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out var name) || ReadValue(parser) is not { } value)
                    return Refuse("a value is neither a text nor a list of texts", out problem);
                values[name.Value] = value;
            }
            return values;
        }
        catch (YamlException e)
        {
            return Refuse($"line {e.Start.Line}: {e.Message}", out problem);
        }
        // YamlDotNet 18.1 loses its place in some texts (a plain scalar after a broken flow sequence) and says so by these.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return Refuse("this is not YAML", out problem);
        }
    }

    private static List<string>? ReadValue(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var text))
            return [text.Value];
        if (!parser.TryConsume<SequenceStart>(out _))
            return null;
        var list = new List<string>();
        while (parser.TryConsume<Scalar>(out var item))
            list.Add(item.Value);
        return parser.TryConsume<SequenceEnd>(out _) ? list : null;
    }

    private static Dictionary<string, List<string>>? Refuse(string why, out string? problem)
    {
        problem = why;
        return null;
    }
}
