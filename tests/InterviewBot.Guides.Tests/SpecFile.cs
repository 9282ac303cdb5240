using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Tests;

/// <summary>
/// Examples in Markdown: below a heading, a block with an input and a block with all that must come of it. In the input
/// {U+3000} stands for a character that nobody would see.
/// </summary>
internal static partial class SpecFile
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Specs");

    public static IEnumerable<Example> Read(string file)
    {
        var title = "";
        var blocks = new List<(string Name, string Text)>();
        string? name = null;
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(Folder, file)))
        {
            if (name is null && line.StartsWith('#'))
                title = line.TrimStart('#').Trim();
            else if (name is null && line.StartsWith("`````", StringComparison.Ordinal))
                (name, text) = (line.Trim('`', ' '), new StringBuilder());
            else if (name is not null && line == "`````")
            {
                if (!IsAlone(name))
                    blocks.Add((name, text.ToString().TrimEnd('\n')));
                name = null;
                if (blocks.Count < 2)
                    continue;
                yield return new Example(
                    file,
                    title,
                    blocks[0].Name,
                    Visible(blocks[0].Text),
                    blocks[1].Text,
                    blocks[1].Name
                );
                blocks.Clear();
            }
            else if (name is not null)
                text.Append(line).Append('\n');
        }
        if (name is not null || blocks.Count > 0)
            throw new InvalidDataException($"{file}: the example \"{title}\" is not complete");
    }

    /// <summary>Tables that hold their outcome beside each line; other tests run them.</summary>
    private static bool IsAlone(string name) => name is "forks" or "spoken";

    /// <summary>The lines of such a table: what is written, and what becomes of it.</summary>
    public static IEnumerable<(string Written, string Becomes)> Table(string file, string name) =>
        File.ReadAllText(Path.Combine(Folder, file))
            .Split("`````")
            .Where(block => block.StartsWith(name + "\n", StringComparison.Ordinal))
            .SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
            .Select(line => line.Split(" -> ", 2))
            .Select(parts => (parts[0], parts[1]));

    private static string Visible(string text) =>
        Unseen().Replace(text, m => ((char)int.Parse(m.Groups[1].Value, NumberStyles.HexNumber)).ToString());

    [GeneratedRegex(@"\{U\+([0-9A-F]{4})\}")]
    private static partial Regex Unseen();
}

internal sealed record Example(string File, string Title, string Kind, string Input, string Expected, string Shows);
