using System.Text;
using System.Text.Json;

namespace InterviewBot.Guides.Flows;

/// <summary>
/// Style lines colour arrows and mean nothing to an interview; but one with an undefined id or broken JSON stops the
/// drawing, so its author never saw the chart.
/// </summary>
internal static class LineStyles
{
    public static void Check(in Statement statement, DraftChart chart, ProblemLog problems)
    {
        var text = statement.Text;
        for (var isFirst = true; ; isFirst = false)
        {
            var arrow = text.IndexOf("@>");
            var piece = arrow < 0 ? text : text[..arrow];
            var id = Step.TargetId(piece);
            if (chart.Find(id) == 0)
            {
                Report(
                    statement,
                    problems,
                    $"the style line names {ProblemLog.Quote(id)}, which is not defined above it"
                );
                return;
            }
            if (!isFirst && !IsJson(piece))
            {
                Report(statement, problems, "what stands in parentheses is not JSON", "JSON may not hold a ) here");
                return;
            }
            if (arrow < 0)
                return;
            text = text[(arrow + 2)..];
        }
    }

    private static void Report(in Statement statement, ProblemLog problems, string message, string? hint = null) =>
        problems.Error("bad-line-style", statement.Start, message, hint);

    /// <summary>A step without parentheses counts as an empty style.</summary>
    private static bool IsJson(ReadOnlySpan<char> piece)
    {
        if (!piece.Contains(')'))
            return true;
        var json = ScriptText.Substring(piece, piece.IndexOf('(') + 1, piece.IndexOf(')'));
        var bytes = Encoding.UTF8.GetBytes(json.ToArray());
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
