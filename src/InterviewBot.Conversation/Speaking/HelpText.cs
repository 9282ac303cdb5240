using InterviewBot.Conversation.Words;

namespace InterviewBot.Conversation.Speaking;

/// <summary>The help: made from the table by which typed words are read, so that it cannot promise what is not there.</summary>
internal static class HelpText
{
    public static IEnumerable<string> Lines(Texts text)
    {
        yield return text["help.notes"];
        yield return text["help.marks"];
        yield return text["help.commands"];
        foreach (var row in CommandTable.Rows)
            yield return text.With("help.line", Word(row, text), text[$"word.{row.Key}"]);
    }

    // The person's own language first; the other one works as well.
    private static string Word(CommandWord row, Texts text)
    {
        var first = text.Language == Texts.Chinese ? row.Chinese.Concat(row.English) : row.English.Concat(row.Chinese);
        return string.Join(" / ", first.Select(word => With(word, row.Form, text)));
    }

    private static string With(string word, Form form, Texts text) =>
        form switch
        {
            Form.OneToFour => $"{word} 1-4",
            Form.Topic => $"{word} {text["help.topic"]}",
            Form.Number => $"{word} N",
            Form.AloneOrReason => $"{word}[: {text["help.reason"]}]",
            Form.Name => $"{word} {text["help.name"]}",
            Form.Guide => $"{word} {text["help.guide"]}",
            _ => word,
        };
}
