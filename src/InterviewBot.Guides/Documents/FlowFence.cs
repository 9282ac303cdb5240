using System.Text;
using System.Text.RegularExpressions;
using InterviewBot.Guides.Flows;
using Markdig.Helpers;
using Markdig.Syntax;

namespace InterviewBot.Guides.Documents;

/// <summary>A fenced block, its text and where its lines stand in the file.</summary>
internal sealed partial class FlowFence
{
    private readonly FencedCodeBlock _block;
    private readonly (int Line, int Column)[] _places;
    private readonly string _text;
    private readonly SourceText _source;

    public FlowFence(FencedCodeBlock block, SourceText source)
    {
        (_block, _source) = (block, source);
        (Line, Column) = source.Find(block.Span.Start);
        Info = $"{block.Info} {block.Arguments}".Trim();
        var lines = new StringBuilder();
        _places = new (int, int)[block.Lines.Count];
        for (var i = 0; i < _places.Length; i++)
        {
            var line = block.Lines.Lines[i];
            _places[i] = Place(line.Slice.Text, line.Slice.Start, line.Slice.Length, line.Line + 1);
            lines.Append(i == 0 ? "" : "\n").Append(Original(line.Slice));
        }
        _text = lines.ToString();
    }

    public int Line { get; }

    public int Column { get; }

    public string Info { get; }

    public string Text => _text;

    public bool IsClosed => _block.ClosingFencedCharCount > 0;

    public bool IsFlow => Language is "flow" or "flowchart" or "[flow]" or "[flowchart]" || IsFlowchat;

    public bool IsTopic => Language is "topic";

    /// <summary>This language under a name that no editor draws; not when it is an example of a fence itself.</summary>
    public bool IsFlowByAnotherName =>
        !IsFlow
        && !IsTopic
        && DefinesNodes(_text)
        && !_text.Contains("```", StringComparison.Ordinal)
        && !_text.Contains("~~~", StringComparison.Ordinal);

    public static bool DefinesNodes(string text) =>
        text.Contains("->", StringComparison.Ordinal) && Definition().IsMatch(text);

    /// <summary>A line that looks like the closing fence but has something after it, U+3000 for example.</summary>
    public bool HasSpoiltClosing =>
        _text
            .Split('\n')
            .Any(l => l.AsSpan().Trim() is var t && t.Length >= 3 && t.TrimStart(_block.FencedChar).IsEmpty);

    private string Language => (_block.Info ?? "").ToLowerInvariant();

    /// <summary>The dialect of one blog site: a mermaid fence with the first line "flowchat" (sic).</summary>
    private bool IsFlowchat => Language is "mermaid" && FirstLine().Trim() is "flowchat";

    public FlowReading Read(int block)
    {
        if (!IsFlowchat)
            return FlowReader.Read(_text, block, LineMap.InDocument(_text, _places, Line));
        var rest = _text[Math.Min(FirstLine().Length + 1, _text.Length)..];
        return FlowReader.Read(rest, block, LineMap.InDocument(rest, _places[1..], Line));
    }

    private string FirstLine() => _text.AsSpan().IndexOf('\n') is var end and >= 0 ? _text[..end] : _text;

    private ReadOnlySpan<char> Original(StringSlice line) =>
        ReferenceEquals(line.Text, _source.Marked) ? _source.Text.AsSpan(line.Start, line.Length) : line.AsSpan();

    /// <summary>Markdig hands out slices of the document, except for lines whose indent ends within a tab.</summary>
    private (int, int) Place(string? text, int start, int length, int line) =>
        ReferenceEquals(text, _source.Marked)
            ? _source.Find(Math.Min(start, _source.Text.Length))
            : (line, Math.Max(1, _source.LengthOf(line) - length + 1));

    [GeneratedRegex(
        @"^[^=>\n]+=>(?:start|end|operation|inputoutput|input|output|subroutine|condition|parallel)(?:$|[\s:|])",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex Definition();
}
