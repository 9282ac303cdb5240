namespace InterviewBot.Guides.Documents;

internal enum Part
{
    Say,
    ListenFor,
    FollowUp,
    RedFlags,
    Anchors,
    Fork,
}

/// <summary>The labels of a question's parts, in both languages; Chinese in either script.</summary>
internal static class PartLabels
{
    private const int LongestLabel = 16;

    private static readonly Dictionary<string, Part> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["say"] = Part.Say,
        ["ask"] = Part.Say,
        ["说"] = Part.Say,
        ["问"] = Part.Say,
        ["这样说"] = Part.Say,
        ["这样问"] = Part.Say,
        ["怎么说"] = Part.Say,
        ["怎么问"] = Part.Say,
        ["话术"] = Part.Say,
        ["listen for"] = Part.ListenFor,
        ["listen"] = Part.ListenFor,
        ["look for"] = Part.ListenFor,
        ["听"] = Part.ListenFor,
        ["听什么"] = Part.ListenFor,
        ["留意"] = Part.ListenFor,
        ["要点"] = Part.ListenFor,
        ["考察点"] = Part.ListenFor,
        ["follow up"] = Part.FollowUp,
        ["follow-up"] = Part.FollowUp,
        ["follow ups"] = Part.FollowUp,
        ["follow-ups"] = Part.FollowUp,
        ["追问"] = Part.FollowUp,
        ["跟进"] = Part.FollowUp,
        ["red flags"] = Part.RedFlags,
        ["red flag"] = Part.RedFlags,
        ["watch out"] = Part.RedFlags,
        ["警示"] = Part.RedFlags,
        ["警惕"] = Part.RedFlags,
        ["危险信号"] = Part.RedFlags,
        ["扣分点"] = Part.RedFlags,
        ["anchors"] = Part.Anchors,
        ["anchor"] = Part.Anchors,
        ["rating"] = Part.Anchors,
        ["ratings"] = Part.Anchors,
        ["rubric"] = Part.Anchors,
        ["评分标准"] = Part.Anchors,
        ["评分"] = Part.Anchors,
        ["评级"] = Part.Anchors,
        ["fork"] = Part.Fork,
        ["分叉"] = Part.Fork,
        ["岔路"] = Part.Fork,
        ["說"] = Part.Say,
        ["問"] = Part.Say,
        ["這樣說"] = Part.Say,
        ["這樣問"] = Part.Say,
        ["怎麼說"] = Part.Say,
        ["怎麼問"] = Part.Say,
        ["話術"] = Part.Say,
        ["聽"] = Part.ListenFor,
        ["聽什麼"] = Part.ListenFor,
        ["要點"] = Part.ListenFor,
        ["考察點"] = Part.ListenFor,
        ["追問"] = Part.FollowUp,
        ["跟進"] = Part.FollowUp,
        ["警惕信號"] = Part.RedFlags,
        ["危險信號"] = Part.RedFlags,
        ["扣分點"] = Part.RedFlags,
        ["評分標準"] = Part.Anchors,
        ["評分"] = Part.Anchors,
        ["評級"] = Part.Anchors,
        ["分岔"] = Part.Fork,
    };

    /// <summary>Whether a line begins with a label and a colon; <paramref name="rest"/> is what follows on the line.</summary>
    public static bool TryRead(string line, out Part part, out string rest)
    {
        (part, rest) = (default, "");
        var colon = line.AsSpan(0, Math.Min(line.Length, LongestLabel)).IndexOfAny(':', '：');
        if (colon < 0 || !Known.TryGetValue(line[..colon].Trim(), out part))
            return false;
        rest = line[(colon + 1)..].Trim();
        return true;
    }

    public static bool IsKnown(string label) => Known.ContainsKey(label.Trim());

    /// <summary>The label as the manual writes it.</summary>
    public static string Name(this Part part) =>
        part switch
        {
            Part.Say => "Say",
            Part.ListenFor => "Listen for",
            Part.FollowUp => "Follow up",
            Part.RedFlags => "Red flags",
            Part.Anchors => "Anchors",
            Part.Fork => "Fork",
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };

    /// <summary>Whether a heading is a label and nothing else.</summary>
    public static bool IsLabel(string heading, out Part part) =>
        Known.TryGetValue(heading.Trim().TrimEnd(':', '：'), out part);
}
