using System.Text.Json;
using Xunit;

namespace InterviewBot.Tests;

public sealed class CliGuide : CliHost
{
    [Fact]
    public async Task A_document_comes_out_as_its_outline()
    {
        var path = Write(
            "g.md",
            "# G\n## 1. A（必选）\n```flow x\nst=>start\nc=>condition: ?\nop=>operation: 问\nx=>operation: X\ne=>end\nst->c\nc(yes)->op->e\nc(no)->e\n```\n### 2. B (optional)\n```flow\n```\n"
        );
        var ran = await Run("guide", path);
        Assert.Equal(0, ran.Exit);
        var expected = """
            {"sections":[
            {"line":1,"level":1,"heading":"G","number":null,"title":"G","required":null,"effectiveRequired":null,"kind":"document","parentLine":null,"flows":[]},
            {"line":2,"level":2,"heading":"1. A（必选）","number":"1","title":"A","required":true,"effectiveRequired":true,"kind":"topic","parentLine":1,"flows":[
              {"line":3,"info":"flow x","ok":true,"start":"st","nodes":4,"edges":4,"unreachable":["x"],"conditions":["c"],
               "allYes":{"ids":["st","c","op","e"],"questions":["问"],"stop":"end:e"},"allNo":{"ids":["st","c","e"],"questions":[],"stop":"end:e"}}]},
            {"line":13,"level":3,"heading":"2. B (optional)","number":"2","title":"B","required":false,"effectiveRequired":false,"kind":"topic","parentLine":2,"flows":[
              {"line":14,"info":"flow","ok":false,"start":null,"nodes":0,"edges":0,"unreachable":[],"conditions":[],
               "allYes":{"ids":[],"questions":[],"stop":"none"},"allNo":{"ids":[],"questions":[],"stop":"none"}}]}],
            "warnings":[{"scope":"flow","severity":"warning","code":"unreachable-node","line":7,"column":1},{"scope":"flow","severity":"error","code":"empty-block","line":14,"column":1}]}
            """;
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, ran.Json), ran.Output);
    }

    [Fact]
    public async Task A_flow_before_the_first_heading_is_a_preamble()
    {
        var ran = await Run(
            "guide",
            Write("g.md", Clean.Replace("# G\n## 1. A (required)\n", "", StringComparison.Ordinal))
        );
        var section = ran.Json.GetProperty("sections")[0];
        Assert.Equal(
            ("preamble", 1),
            (section.GetProperty("kind").GetString(), section.GetProperty("line").GetInt32())
        );
        Assert.Equal("document", ran.Json.GetProperty("warnings")[0].GetProperty("scope").GetString());
    }
}
