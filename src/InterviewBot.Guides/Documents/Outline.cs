using Markdig.Syntax;

namespace InterviewBot.Guides.Documents;

/// <summary>A heading with its blocks and its sub-headings, while the document is read.</summary>
internal sealed class OutlineSection(int line, int column, int level, string heading, OutlineSection? parent)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>1 to 6; 0 for what stands before the first heading.</summary>
    public int Level { get; } = level;

    public string Heading { get; } = heading;

    public HeadingWords Words { get; } = HeadingWords.Read(heading);

    public OutlineSection? Parent { get; } = parent;

    public List<OutlineSection> Children { get; } = [];

    public List<Block> Blocks { get; } = [];

    public List<SectionFlow> Flows { get; } = [];

    public TopicBlock? Settings { get; set; }

    /// <summary>Where its <c>topic</c> blocks stand; the last readable one counts.</summary>
    public List<(int Line, int Column)> SettingsAt { get; } = [];

    /// <summary>The topic made of this section; null when none was.</summary>
    public Topic? Topic { get; set; }

    /// <summary>Node this section tells about, as "block/id"; null for a section of its own.</summary>
    public string? Question { get; set; }

    public SectionKind Kind { get; set; } = SectionKind.Prose;

    /// <summary>The flag in force: its own, else that of the nearest heading above that has one.</summary>
    public bool? EffectiveRequired => Words.Required ?? Parent?.EffectiveRequired;

    public bool IsNumberedOrFlagged => Words.Number is not null || Words.Required is not null;

    public bool IsMarkedAsStep => IsNumberedOrFlagged || Words.IsTimed;

    /// <summary>Itself and everything below, in the order of the text. Six levels at most, so recursion is short.</summary>
    public IEnumerable<OutlineSection> All() => Children.SelectMany(c => c.All()).Prepend(this);

    public Section ToSection() =>
        new(
            Line,
            Level,
            Heading,
            Words.Number,
            Words.Title,
            Words.Required,
            EffectiveRequired,
            Kind,
            Parent?.Line,
            [.. Flows]
        );
}
