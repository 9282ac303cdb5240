using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Words;

/// <summary>Reads a note: <c>for redis: …</c> (关于 redis：…) files it under a topic that exists, also behind the marks + - ? and private: (私：, //).</summary>
internal static class NoteWords
{
    private static readonly string[] About = ["for ", "关于", "關於"];
    private static readonly string[] Marks = ["private:", "//", "私:", "+", "-", "?"];

    public static WordReading.Note Read(string text, InterviewView view)
    {
        var typed = text.Trim();
        var folded = Folded.Width(typed);
        var start = AfterMarks(folded);
        foreach (var word in About)
        {
            if (!folded.AsSpan(start).StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var colon = folded.IndexOf(':', start);
            if (colon < 0 || TopicSearch.Find(view.Topics, folded[(start + word.Length)..colon]) is not { } topic)
                continue;
            var rest = typed[(colon + 1)..].Trim();
            if (rest.Length > 0)
                return new WordReading.Note(Join(typed[..start].Trim(), rest), topic.Key);
        }
        return new WordReading.Note(typed, null);
    }

    private static string Join(string marks, string rest) => marks.Length == 0 ? rest : $"{marks} {rest}";

    private static int AfterMarks(string folded)
    {
        var at = 0;
        while (
            Array.Find(Marks, mark => folded.AsSpan(at).StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                is { } found
        )
        {
            at += found.Length;
            while (at < folded.Length && folded[at] == ' ')
                at++;
        }
        return at;
    }
}
