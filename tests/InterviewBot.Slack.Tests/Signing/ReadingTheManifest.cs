using System.Text.Json.Nodes;
using InterviewBot.Slack.Installing;
using InterviewBot.Slack.Tests.Loopback;
using InterviewBot.Slack.Tests.Official;
using YamlDotNet.RepresentationModel;

namespace InterviewBot.Slack.Tests.Signing;

/// <summary>The app's manifest against the facts, and against what our code calls and listens to.</summary>
public sealed class ReadingTheManifest
{
    private static readonly string File = Path.Combine(Approved.Root, "deploy", "slack", "manifest.yaml");
    private static readonly YamlMappingNode Manifest = Load();

    [Fact]
    public void Names_are_within_their_limits()
    {
        Assert.InRange(Text("display_information", "name").Length, 1, 35);
        Assert.InRange(Text("display_information", "description").Length, 1, 140);
        Assert.Matches("^[a-z0-9_.-]{1,80}$", Text("features", "bot_user", "display_name"));
        var command = (YamlMappingNode)List("features", "slash_commands").Single();
        Assert.Equal("/interview", Value(command, "command"));
        Assert.Equal("true", Value(command, "should_escape"));
        Assert.All(List("features", "shortcuts"), s => Assert.InRange(Value((YamlMappingNode)s, "name").Length, 1, 24));
    }

    [Fact]
    public void Scopes_are_those_of_the_methods_and_events_in_use_and_no_more()
    {
        string[] needed =
        [
            "app_mentions:read",
            "channels:read",
            "chat:write",
            "commands",
            "files:write",
            "groups:read",
            "im:history",
            "im:write",
            "reactions:write",
            "users:read",
        ];
        Assert.Equal(needed, Strings("oauth_config", "scopes", "bot"));
        Assert.Equal(needed, InstallEndpoint.Scopes);
        var justified = System
            .IO.File.ReadLines(File)
            .Where(l => l.TrimStart().StartsWith("- ", StringComparison.Ordinal) && l.Contains(':'));
        Assert.All(
            justified.Where(l => needed.Any(n => l.Contains($"- {n} ", StringComparison.Ordinal))),
            l => Assert.Contains(" # ", l)
        );
    }

    [Theory]
    [InlineData("app_mention", "app_mentions", false)]
    [InlineData("home_tab_enabled", "home_tab", false)]
    [InlineData("im:write", "im:writing", false)]
    [InlineData("message.im", "message.im", true)]
    public async Task Slacks_own_type_of_a_manifest_fits_it_and_no_slip_of_it(string right, string slip, bool fits)
    {
        var folder = TestFolders.New();
        var json = Json(Manifest)!.ToJsonString().Replace($"\"{right}\"", $"\"{slip}\"", StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "manifest.json"), json);
        await using var node = Node.Start("check-blocks.mjs", folder);
        var (code, output) = await node.End();
        Assert.True(fits == (code == 0), output);
    }

    [Fact]
    public void Each_event_is_one_that_is_listened_to()
    {
        var code = System.IO.File.ReadAllText(
            Path.Combine(Approved.Root, "src", "InterviewBot.Slack", "Receiving", "EventInbox.cs")
        );
        Assert.All(
            Strings("settings", "event_subscriptions", "bot_events"),
            e => Assert.Contains($"\"{(e == "message.im" ? "message" : e)}\"", code, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_direct_conversation_can_be_written_in_and_sockets_are_on()
    {
        Assert.Equal("true", Text("features", "app_home", "messages_tab_enabled"));
        Assert.Equal("false", Text("features", "app_home", "messages_tab_read_only_enabled"));
        Assert.Equal("true", Text("features", "app_home", "home_tab_enabled"));
        Assert.Equal("true", Text("settings", "interactivity", "is_enabled"));
        Assert.Equal("true", Text("settings", "socket_mode_enabled"));
    }

    private static JsonNode? Json(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Select(m => KeyValuePair.Create(((YamlScalarNode)m.Key).Value!, Json(m.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
            YamlScalarNode { Value: "true" or "false" } flag => flag.Value == "true",
            YamlScalarNode text => text.Value,
            _ => null,
        };

    private static YamlMappingNode Load()
    {
        var yaml = new YamlStream();
        using var reader = System.IO.File.OpenText(File);
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static YamlNode At(string[] path) =>
        path.Aggregate((YamlNode)Manifest, (node, name) => node[new YamlScalarNode(name)]);

    private static string Text(params string[] path) => ((YamlScalarNode)At(path)).Value!;

    private static YamlSequenceNode List(params string[] path) => (YamlSequenceNode)At(path);

    private static IEnumerable<string> Strings(params string[] path) =>
        List(path).Select(n => ((YamlScalarNode)n).Value!);

    private static string Value(YamlMappingNode node, string name) =>
        ((YamlScalarNode)node[new YamlScalarNode(name)]).Value!;
}
