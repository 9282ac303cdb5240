using System.Text.Json.Nodes;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>What Adaptive Cards 1.5 in Teams demand of a card, as far as our cards use it.</summary>
public static class CardRules
{
    private static readonly string[] Elements =
    [
        "RichTextBlock",
        "ActionSet",
        "Container",
        "ColumnSet",
        "Column",
        "Input.Text",
        "Input.Number",
        "Input.ChoiceSet",
        "Input.Toggle",
        "Table",
        "Image",
    ];
    private static readonly string[] Actions =
    [
        "Action.Execute",
        "Action.Submit",
        "Action.ShowCard",
        "Action.ToggleVisibility",
    ];

    public static IEnumerable<string> Problems(JsonObject card)
    {
        if ((string?)card["version"] != "1.5")
            yield return "version";
        if (string.IsNullOrWhiteSpace((string?)card["fallbackText"]))
            yield return "fallbackText";
        if (string.IsNullOrWhiteSpace((string?)card["speak"]))
            yield return "speak";
        if ((string?)card["lang"] is not ("en" or "zh"))
            yield return "lang";
        var ids = new List<string>();
        foreach (var problem in InCard(card, ids))
            yield return problem;
        foreach (var twice in ids.GroupBy(i => i).Where(g => g.Count() > 1))
            yield return $"id {twice.Key} twice";
        foreach (var target in All(card).Where(n => (string?)n["type"] == "Action.ToggleVisibility"))
        {
            if (!ids.Contains((string)target["targetElements"]![0]!))
                yield return "toggle without target";
        }
        foreach (var data in All(card).Select(n => n["data"]).OfType<JsonObject>())
        {
            if (data["t"] is { } input && !ids.Contains((string)input!))
                yield return "press without its input";
            if (data.Any(d => d.Key.StartsWith("in-", StringComparison.Ordinal)))
                yield return "data named like an input";
        }
    }

    /// <summary>Every object in the card.</summary>
    public static IEnumerable<JsonObject> All(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(p => All(p.Value)).Prepend(one),
            JsonArray many => many.SelectMany(All),
            _ => [],
        };

    /// <summary>Every text a person may read.</summary>
    public static IEnumerable<string> Texts(JsonObject card) =>
        All(card)
            .SelectMany(o => new[] { "text", "title", "label", "tooltip", "fallbackText" }.Select(k => (string?)o[k]))
            .OfType<string>();

    private static IEnumerable<string> InCard(JsonObject card, List<string> ids)
    {
        if (card["body"] is not JsonArray body)
        {
            yield return "body";
            yield break;
        }
        foreach (var problem in body.SelectMany(e => InElement(e, ids)))
            yield return problem;
        foreach (var problem in InActions(card["actions"], ids))
            yield return problem;
    }

    private static IEnumerable<string> InElement(JsonNode? node, List<string> ids)
    {
        if (node is not JsonObject element || !Elements.Contains((string?)element["type"]))
        {
            yield return $"element {(string?)node?["type"]}";
            yield break;
        }
        if ((string?)element["id"] is { } id)
            ids.Add(id);
        var type = (string)element["type"]!;
        if (
            type.StartsWith("Input.", StringComparison.Ordinal)
            && (
                element["id"] is null
                || string.IsNullOrWhiteSpace((string?)element["label"] ?? (string?)element["title"])
            )
        )
            yield return "input without id or label";
        if ((element["choices"] as JsonArray ?? []).Any(c => string.IsNullOrEmpty((string?)c!["value"])))
            yield return "choice without a value";
        if (
            type == "RichTextBlock"
            && (
                element["inlines"] is not JsonArray { Count: > 0 } runs
                || runs.Any(r => (string?)r!["type"] != "TextRun")
            )
        )
            yield return "runs";
        if (type == "ColumnSet" && element["columns"]!.AsArray().Any(c => (string?)c!["type"] != "Column"))
            yield return "column";
        // A table's columns are no elements, but widths.
        var parts = element[type == "ColumnSet" ? "columns" : "items"] as JsonArray ?? [];
        foreach (var problem in InPicture(element).Concat(InTable(element, ids)))
            yield return problem;
        foreach (var problem in parts.SelectMany(e => InElement(e, ids)))
            yield return problem;
        foreach (var problem in InActions(element["actions"], ids))
            yield return problem;
    }

    /// <summary>Nothing of ours lies at an address that others could open, so a picture is in the card or nowhere.</summary>
    private static IEnumerable<string> InPicture(JsonObject element)
    {
        const string Png = "data:image/png;base64,";
        if ((string?)element["type"] != "Image")
            yield break;
        if (string.IsNullOrWhiteSpace((string?)element["altText"]))
            yield return "picture without words";
        var url = (string?)element["url"] ?? "";
        if (!url.StartsWith(Png, StringComparison.Ordinal))
        {
            yield return $"picture elsewhere: {url}";
            yield break;
        }
        var (width, height) = SizeOf(Convert.FromBase64String(url[Png.Length..]));
        if (width is 0 or > 1_024 || height is 0 or > 1_024)
            yield return $"picture of {width} by {height}";
    }

    /// <summary>Of a PNG; nothing when it is none.</summary>
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) =>
        png.Length > 24 && png.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            ? (
                System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[16..]),
                System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[20..])
            )
            : (0, 0);

    private static IEnumerable<string> InTable(JsonObject element, List<string> ids)
    {
        if ((string?)element["type"] != "Table")
            yield break;
        var columns = (element["columns"] as JsonArray)?.Count ?? 0;
        if (element["rows"] is not JsonArray { Count: > 0 } rows || columns == 0)
        {
            yield return "empty table";
            yield break;
        }
        foreach (var row in rows)
        {
            if ((string?)row!["type"] != "TableRow" || row["cells"] is not JsonArray cells || cells.Count != columns)
            {
                yield return "row";
                continue;
            }
            foreach (var cell in cells)
            {
                if ((string?)cell!["type"] != "TableCell")
                    yield return "cell";
                foreach (var problem in (cell["items"] as JsonArray ?? []).SelectMany(e => InElement(e, ids)))
                    yield return problem;
            }
        }
    }

    private static IEnumerable<string> InActions(JsonNode? node, List<string> ids)
    {
        if (node is not JsonArray actions)
            yield break;
        if (actions.Count is 0 or > 6)
            yield return $"{actions.Count} actions";
        foreach (var action in actions.OfType<JsonObject>())
        {
            var type = (string?)action["type"];
            if (!Actions.Contains(type) || string.IsNullOrWhiteSpace((string?)action["title"]))
                yield return $"action {type} {(string?)action["title"]}";
            if (
                type == "Action.Execute"
                && (
                    string.IsNullOrEmpty((string?)action["verb"])
                    || (string?)action["fallback"]?["type"] != "Action.Submit"
                )
            )
                yield return "execute without verb or fallback";
            if (
                type == "Action.Execute"
                && action["data"]!.ToJsonString() != action["fallback"]!["data"]!.ToJsonString()
            )
                yield return "fallback says something else";
            if (type == "Action.ShowCard")
                foreach (var problem in InCard((JsonObject)action["card"]!, ids))
                    yield return problem;
        }
    }
}
