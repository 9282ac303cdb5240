using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace InterviewBot.Tests;

/// <summary>DESIGN section 3: dependencies point one way. Guides &lt;- Pictures &lt;- Delivery; Guides &lt;- Interviews &lt;- Conversation &lt;- Delivery &lt;- channels &lt;- host; Interviews &lt;- Store &lt;- host.</summary>
public sealed class TheArrowsOfTheHouse
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Guides"] = [],
        ["Pictures"] = ["Guides"],
        ["Interviews"] = ["Guides"],
        ["Conversation"] = ["Guides", "Interviews"],
        ["Delivery"] = ["Guides", "Pictures", "Interviews", "Conversation"],
        ["Store"] = ["Guides", "Interviews"],
        ["Slack"] = ["Guides", "Pictures", "Interviews", "Conversation", "Delivery"],
        ["Teams"] = ["Guides", "Pictures", "Interviews", "Conversation", "Delivery"],
        ["Web"] = ["Guides", "Pictures", "Interviews", "Conversation", "Delivery"],
    };

    private static readonly Architecture House = new ArchLoader()
        .LoadAssemblies([.. MayUse.Keys.Select(Room), Assembly.Load("interviewbot")])
        .Build();

    public static TheoryData<string, string> ForbiddenArrows()
    {
        var arrows = new TheoryData<string, string>();
        foreach (var (room, allowed) in MayUse)
        {
            foreach (var other in MayUse.Keys.Where(other => other != room && !allowed.Contains(other)))
                arrows.Add(room, other);
        }
        return arrows;
    }

    [Theory]
    [MemberData(nameof(ForbiddenArrows))]
    public void A_room_does_not_know(string room, string other) =>
        Types()
            .That()
            .ResideInAssembly(Room(room))
            .Should()
            .NotDependOnAny(Types().That().ResideInAssembly(Room(other)))
            .WithoutRequiringPositiveResults()
            .Check(House);

    [Fact]
    public void The_check_sees_the_arrows_there_are() =>
        Assert.False(
            Types()
                .That()
                .ResideInAssembly(Room("Web"))
                .Should()
                .NotDependOnAny(Types().That().ResideInAssembly(Room("Delivery")))
                .HasNoViolations(House)
        );

    [Fact]
    public void Nobody_knows_the_host() =>
        Types()
            .That()
            .ResideInAssembly(Room("Guides"), [.. MayUse.Keys.Select(Room)])
            .Should()
            .NotDependOnAny(Types().That().ResideInAssembly(Assembly.Load("interviewbot")))
            .WithoutRequiringPositiveResults()
            .Check(House);

    [Fact]
    public void The_pure_rooms_know_no_clock_no_network_and_no_files()
    {
        foreach (var room in new[] { "Guides", "Conversation" })
        {
            var used = Room(room).GetReferencedAssemblies().Select(a => a.Name).ToList();
            Assert.DoesNotContain(
                used,
                name =>
                    name
                        is "System.Net.Http"
                            or "System.Net.Sockets"
                            or "Microsoft.Data.Sqlite"
                            or "Microsoft.AspNetCore"
            );
        }
    }

    [Theory]
    [InlineData("Common")]
    [InlineData("Utils")]
    [InlineData("Helpers")]
    [InlineData("Shared")]
    public void There_is_no_grab_bag(string word) =>
        Types().That().HaveNameEndingWith(word).Should().NotExist().Check(House);

    private static Assembly Room(string name) => Assembly.Load("InterviewBot." + name);
}
