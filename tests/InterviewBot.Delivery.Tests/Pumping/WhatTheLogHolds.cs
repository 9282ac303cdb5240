using InterviewBot.Delivery.Pumping;
using Xunit;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class WhatTheLogHolds
{
    private const string Id = "6f1c4c9e-3d0a-4b52-9a5e-0d8f0f3f1a11";

    [Fact]
    public void A_persons_id_in_the_directory_stands_in_no_line_but_the_same_person_is_known_again()
    {
        var shown = new LaneInLog($"teams:T1:with={Id}").ToString();
        Assert.StartsWith("teams:T1:person-", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Id[..8], shown, StringComparison.Ordinal);
        Assert.Equal(shown, new LaneInLog($"teams:T1:with={Id}").ToString());
        Assert.NotEqual(shown, new LaneInLog("teams:T1:with=another").ToString());
    }

    [Theory]
    [InlineData("teams:T1:19:abc@thread.tacv2")]
    [InlineData("slack:T1:C1")]
    [InlineData("stream:12")]
    public void What_names_no_person_stands_as_it_is(string lane) => Assert.Equal(lane, new LaneInLog(lane).ToString());
}
