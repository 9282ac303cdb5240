using System.Text;

namespace InterviewBot.Conversation.Asking;

/// <summary>
/// Divides a question as guides write it into what is said and what is a remark for the interviewer: text in brackets and text after the first ? or ？.
/// </summary>
internal sealed record Wording(string Question, string? Remark)
{
    private const string Opening = "(（[【";
    private const string Closing = ")）]】";

    public static Wording Of(string words)
    {
        var said = new StringBuilder(words.Length);
        var remarks = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            var end = Opening.Contains(words[i], StringComparison.Ordinal) ? EndOfBracket(words, i) : -1;
            if (end < 0 || IsCode(words, i, end))
                said.Append(words[i]);
            else
            {
                remarks.Add(words[(i + 1)..end].Trim());
                i = end;
            }
        }
        var question = Tidy(said.ToString());
        if (EndOfQuestion(question) is { } stop && stop < question.Length)
        {
            remarks.Insert(0, question[stop..].Trim());
            question = question[..stop];
        }
        remarks.RemoveAll(string.IsNullOrEmpty);
        if (question.Length == 0)
            return new Wording(words.Trim(), null);
        return new Wording(question, remarks.Count == 0 ? null : string.Join(" · ", remarks));
    }

    private static string Tidy(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int EndOfBracket(string words, int start)
    {
        var depth = 0;
        for (var i = start; i < words.Length; i++)
        {
            if (Opening.Contains(words[i], StringComparison.Ordinal))
                depth++;
            else if (Closing.Contains(words[i], StringComparison.Ordinal) && --depth == 0)
                return i;
        }
        return -1;
    }

    // f(x), print(), items[0]: brackets that belong to a name.
    private static bool IsCode(string words, int start, int end) =>
        start > 0
        && (char.IsAsciiLetterOrDigit(words[start - 1]) || words[start - 1] == '_')
        && words[(start + 1)..end].All(c => char.IsAscii(c) && c != ' ');

    // A plain ? inside a token (a?.b, a link's query) ends nothing.
    private static int? EndOfQuestion(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('?' or '？'))
                continue;
            var end = i + 1;
            while (end < text.Length && text[end] is '?' or '？' or '!' or '！' or '"' or '”' or '’' or '」' or '》')
                end++;
            if (text[i] == '？' || end == text.Length || text[end] == ' ' || !char.IsAscii(text[end]))
                return end;
        }
        return null;
    }
}
