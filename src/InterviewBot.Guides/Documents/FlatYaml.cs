using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InterviewBot.Guides.Documents;

/// <summary>
/// The little YAML that guides use: names with a text or a list of texts. What is nested deeper belongs to another tool (a site generator's
/// <c>head</c> or <c>sidebar</c>) and is passed over. Read event by event, so depth and aliases cost nothing.
/// </summary>
internal static class FlatYaml
{
    public const string NeitherNor = "a value is neither a text nor a list of texts";

    private const int MostLength = 64 * 1024;

    /// <returns>Null when the text is not YAML of this shape; <paramref name="problem"/> says why and where. Of a name written twice the last.</returns>
    public static Dictionary<string, YamlValue>? Read(string text, out YamlProblem? problem)
    {
        problem = text.Length > MostLength ? new YamlProblem((1, 1), $"more than {MostLength} characters") : null;
        if (problem is not null)
            return null;
        var values = new Dictionary<string, YamlValue>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return values;
            if (parser.TryConsume<Scalar>(out var only) && only.Value.Length == 0)
                return values;
            if (!parser.TryConsume<MappingStart>(out _))
                return Refuse(parser.Current, "names with values are expected, one a line", out problem);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var at = parser.Current;
                if (!parser.TryConsume<Scalar>(out var name))
                    return Refuse(at, NeitherNor, out problem);
                at = parser.Current;
                values[name.Value] = new YamlValue(ReadValue(parser), Of(name.Start), Of(at?.Start ?? name.Start));
            }
            return values;
        }
        catch (YamlException e)
        {
            problem = new YamlProblem(Within(text, Of(e.Start)), e.Message);
            return null;
        }
        // YamlDotNet 18.1 loses its place in some texts (a plain scalar after a broken flow sequence) and says so by these.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return Refuse(null, "this is not YAML", out problem);
        }
    }

    /// <returns>Null for a value of another shape; the parser stands behind it all the same.</returns>
    private static List<string>? ReadValue(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var text))
            return [text.Value];
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            Pass(parser, 0);
            return null;
        }
        var list = new List<string>();
        while (parser.TryConsume<Scalar>(out var item))
            list.Add(item.Value);
        if (parser.TryConsume<SequenceEnd>(out _))
            return list;
        Pass(parser, 1);
        return null;
    }

    /// <param name="open">How many lists and mappings around are open and belong to the value.</param>
    private static void Pass(Parser parser, int open)
    {
        do open += parser.Consume<ParsingEvent>().NestingIncrease;
        while (open > 0);
    }

    private static Dictionary<string, YamlValue>? Refuse(ParsingEvent? at, string why, out YamlProblem? problem)
    {
        problem = new YamlProblem(at is null ? (1, 1) : Of(at.Start), why);
        return null;
    }

    // What is never closed is noticed behind the last line; nobody would look there.
    private static (int Line, int Column) Within(string text, (int Line, int Column) at)
    {
        var lines = text.TrimEnd().Split('\n');
        return at.Line <= lines.Length ? at : (lines.Length, lines[^1].TrimEnd().Length + 1);
    }

    private static (int Line, int Column) Of(Mark mark) => ((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}

/// <param name="Texts">Null: it is nested, see <see cref="FlatYaml.NeitherNor"/>.</param>
/// <param name="NameAt">Line and column of its name within the YAML, from 1.</param>
internal sealed record YamlValue(List<string>? Texts, (int Line, int Column) NameAt, (int Line, int Column) At);

internal sealed record YamlProblem((int Line, int Column) At, string What);
