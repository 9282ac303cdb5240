using System.Text.Json;
using Xunit;

namespace InterviewBot.Tests;

public sealed class CliFlow : CliHost
{
    [Fact]
    public async Task A_flow_comes_out_as_it_is_read()
    {
        var path = Write(
            "f.txt",
            "\uFEFFst=>start\nc=>condition: 用过吗？:>http://x\nop=>operation: 讲讲\nx=>operation: X\ne=>end\nst->c\nc(yes)->op->e\nc(no)->c"
        );
        var ran = await Run("flow", path);
        Assert.Equal(0, ran.Exit);
        var expected = """
            {"ok":true,"start":"st",
            "nodes":[{"id":"st","type":"start","text":""},{"id":"c","type":"condition","text":"用过吗？","link":"http://x"},
              {"id":"op","type":"operation","text":"讲讲"},{"id":"e","type":"end","text":""}],
            "edges":[{"from":"st","to":"c","label":""},{"from":"c","to":"op","label":"yes"},{"from":"op","to":"e","label":""},{"from":"c","to":"c","label":"no"}],
            "unreachable":["x"],
            "walks":{"allYes":{"ids":["st","c","op","e"],"questions":["讲讲"],"stop":"end:e"},"allNo":{"ids":["st","c"],"questions":[],"stop":"cycle:c"}},
            "diagnostics":[{"code":"unreachable-node","level":"warning","line":4,"column":1,"message":"\"x\" is never reached from the start"},
              {"code":"cycle","level":"warning","line":8,"column":1,"message":"\"c\" leads to itself, so the same question is asked again and again (let it lead on; who wants to ask again goes back with Previous)"}]}
            """;
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, ran.Json), ran.Output);
        Assert.Contains("用过吗？", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_text_has_only_its_diagnostics()
    {
        var ran = await Run("flow", Write("f.txt", "st->e"));
        Assert.Equal(1, ran.Exit);
        Assert.Equal(["ok", "diagnostics"], ran.Json.EnumerateObject().Select(p => p.Name));
        Assert.False(ran.Json.GetProperty("ok").GetBoolean());
        Assert.Equal("undefined-source", ran.Json.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }
}
