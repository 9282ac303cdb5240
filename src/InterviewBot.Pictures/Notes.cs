using InterviewBot.Pictures.Texts;

namespace InterviewBot.Pictures;

/// <summary>The words of a mark: a sign, a word, and the rating with its word.</summary>
internal static class Notes
{
    public static string Of(NodeMark mark, PictureTexts texts)
    {
        var standing = mark.Standing switch
        {
            Standing.Asked when mark.Answer is { } yes => $"✓ {texts[yes ? "yes" : "no"]}",
            Standing.Asked => $"✓ {texts["asked"]}",
            Standing.Skipped => $"» {texts["skipped"]}",
            Standing.NotTaken => $"– {texts["not-taken"]}",
            Standing.Open => $"○ {texts["open"]}",
            _ => "",
        };
        if (mark.Rating is not (>= 1 and <= 4) || standing.Length == 0)
            return standing;
        return $"{standing} · {mark.Rating} {texts[$"grade-{mark.Rating}"]}";
    }
}
