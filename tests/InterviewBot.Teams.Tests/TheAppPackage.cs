using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Speaking;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>What we decided about deploy/teams; what the schema demands is judged by the schema itself.</summary>
public sealed class TheAppPackage
{
    private static readonly JsonObject Manifest = Read("manifest.json");
    private static readonly JsonObject Chinese = Read("zh-cn.json");

    [Fact]
    public void Has_a_version_of_three_numbers_and_only_secure_addresses()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string)Manifest["version"]!);
        foreach (var url in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
            Assert.StartsWith("https://", (string)Manifest["developer"]![url]!);
    }

    [Fact]
    public void Has_one_bot_for_people_and_teams()
    {
        var bot = (JsonObject)Assert.Single((JsonArray)Manifest["bots"]!)!;
        // No group chats: a candidate may be in one.
        Assert.Equal(["personal", "team"], bot["scopes"]!.AsArray().Select(s => (string)s!));
        foreach (var list in bot["commandLists"]!.AsArray())
            Assert.Empty(list!["scopes"]!.AsArray().Select(s => (string)s!).Except(["personal", "team"]));
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

    private static JsonObject Read(string file) =>
        (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), file)))!;

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "deploy", "teams");
}
