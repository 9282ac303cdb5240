using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InterviewBot.Conversation.Speaking;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>deploy/teams, by the rules of the manifest schema 1.19 as far as the manifest uses it.</summary>
public sealed partial class TheAppPackage
{
    private static readonly string[] TopLevel =
    [
        "$schema",
        "manifestVersion",
        "version",
        "id",
        "localizationInfo",
        "developer",
        "name",
        "description",
        "icons",
        "accentColor",
        "bots",
        "validDomains",
    ];

    private static readonly JsonObject Manifest = Read("manifest.json");
    private static readonly JsonObject Chinese = Read("zh-cn.json");

    [Fact]
    public void Has_what_is_required_and_nothing_unknown()
    {
        Assert.Empty(Manifest.Select(p => p.Key).Except(TopLevel));
        Assert.Equal("1.19", (string?)Manifest["manifestVersion"]);
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string)Manifest["version"]!);
        Assert.Matches(Guid(), (string)Manifest["id"]!);
        Assert.Matches("^#[0-9a-fA-F]{6}$", (string)Manifest["accentColor"]!);
        Keys(Manifest["developer"], "name", "websiteUrl", "privacyUrl", "termsOfUseUrl");
        Within(Manifest["developer"]!["name"], 32);
        foreach (var url in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
            Assert.StartsWith("https://", (string)Manifest["developer"]![url]!);
        Keys(Manifest["name"], "short", "full");
        Within(Manifest["name"]!["short"], 30);
        Within(Manifest["name"]!["full"], 100);
        Keys(Manifest["description"], "short", "full");
        Within(Manifest["description"]!["short"], 80);
        Within(Manifest["description"]!["full"], 4000);
        Keys(Manifest["icons"], "outline", "color");
    }

    [Fact]
    public void Has_one_bot_for_people_and_teams_with_commands_that_fit()
    {
        var bot = (JsonObject)Assert.Single((JsonArray)Manifest["bots"]!)!;
        Keys(bot, "botId", "scopes", "supportsFiles", "isNotificationOnly", "commandLists");
        Assert.Matches(Guid(), (string)bot["botId"]!);
        // No group chats: a candidate may be in one.
        Assert.Equal(["personal", "team"], bot["scopes"]!.AsArray().Select(s => (string)s!));
        var lists = bot["commandLists"]!.AsArray();
        Assert.InRange(lists.Count, 1, 3);
        foreach (var list in lists)
        {
            Keys(list, "scopes", "commands");
            Assert.Empty(list!["scopes"]!.AsArray().Select(s => (string)s!).Except(["personal", "team"]));
            Assert.InRange(list["commands"]!.AsArray().Count, 1, 10);
            foreach (var command in list["commands"]!.AsArray())
            {
                Keys(command, "title", "description");
                Within(command!["title"], 32);
                Within(command["description"], 128);
            }
        }
    }

    [Fact]
    public void Every_command_it_lists_is_a_word_the_bot_knows()
    {
        foreach (var (language, titles) in new[] { ("en", Titles()), ("zh-CN", ChineseTitles()) })
        {
            var help = Sentences.Help(language);
            Assert.All(titles, title => Assert.Contains(title, help));
        }
    }

    [Fact]
    public void Speaks_Chinese_about_everything()
    {
        var language = Assert.Single(Manifest["localizationInfo"]!["additionalLanguages"]!.AsArray());
        Assert.Equal("zh-cn", (string?)language!["languageTag"]);
        Assert.Equal("zh-cn.json", (string?)language["file"]);
        var expected = new List<string>
        {
            "$schema",
            "name.short",
            "name.full",
            "description.short",
            "description.full",
        };
        var lists = Manifest["bots"]![0]!["commandLists"]!.AsArray();
        for (var l = 0; l < lists.Count; l++)
        for (var c = 0; c < lists[l]!["commands"]!.AsArray().Count; c++)
            expected.AddRange(
                $"bots[0].commandLists[{l}].commands[{c}].title",
                $"bots[0].commandLists[{l}].commands[{c}].description"
            );
        Assert.Equal(expected.Order(), Chinese.Select(p => p.Key).Order());
        foreach (var (key, text) in Chinese)
            Within(
                text,
                key switch
                {
                    "name.short" => 30,
                    "name.full" => 100,
                    "description.short" => 80,
                    "description.full" => 4000,
                    "$schema" => 2048,
                    _ when key.EndsWith("title", StringComparison.Ordinal) => 32,
                    _ => 128,
                }
            );
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_are_PNGs_of_their_size(string file, int size)
    {
        var png = File.ReadAllBytes(Path.Combine(Folder(), file));
        Assert.Equal<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        // The outline is white on nothing: it needs an alpha channel (colour type 6).
        if (size == 32)
            Assert.Equal(6, png[25]);
    }

    [Fact]
    public async Task The_script_packs_everything_at_the_root_with_the_own_ids()
    {
        const string App = "11111111-2222-3333-4444-555555555555";
        var folder = Directory.CreateTempSubdirectory("package-");
        try
        {
            var file = Path.Combine(folder.FullName, "app.zip");
            Assert.Equal(0, await Pack(App, "https://acme.example/bot", file));
            await using var zip = await ZipFile.OpenReadAsync(file);
            Assert.Equal(
                ["color.png", "manifest.json", "outline.png", "zh-cn.json"],
                zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)
            );
            await using var stream = await zip.GetEntry("manifest.json")!.OpenAsync();
            var manifest = (await JsonNode.ParseAsync(stream))!;
            Assert.Equal(App, (string?)manifest["id"]);
            Assert.Equal(App, (string?)manifest["bots"]![0]!["botId"]);
            Assert.Equal("https://acme.example/bot", (string?)manifest["developer"]!["privacyUrl"]);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Theory]
    [InlineData("not-a-guid", "https://acme.example")]
    [InlineData("11111111-2222-3333-4444-555555555555", "http://acme.example")]
    [InlineData("11111111-2222-3333-4444-555555555555", "https://acme.example/\",\"x\":\"")]
    public async Task The_script_takes_nothing_else(string app, string site)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal(2, await Pack(app, site, file));
        Assert.False(File.Exists(file));
    }

    private static async Task<int> Pack(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Folder(), "package.sh"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var script = Process.Start(start)!;
        await script.WaitForExitAsync();
        return script.ExitCode;
    }

    private static List<string> Titles() =>
        [
            .. Manifest["bots"]![0]!["commandLists"]!
                .AsArray()
                .SelectMany(l => l!["commands"]!.AsArray())
                .Select(c => (string)c!["title"]!),
        ];

    private static List<string> ChineseTitles() =>
        [.. Chinese.Where(p => p.Key.EndsWith("title", StringComparison.Ordinal)).Select(p => (string)p.Value!)];

    private static void Keys(JsonNode? node, params string[] allowed) =>
        Assert.Equal(allowed.Order(), ((JsonObject)node!).Select(p => p.Key).Order());

    private static void Within(JsonNode? text, int longest) => Assert.InRange(((string)text!).Length, 1, longest);

    private static JsonObject Read(string file) =>
        (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), file)))!;

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "deploy", "teams");

    [GeneratedRegex("^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$")]
    private static partial Regex Guid();
}
