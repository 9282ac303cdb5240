using System.Reflection;
using InterviewBot.Hosting;
using InterviewBot.Slack;
using InterviewBot.Teams;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace InterviewBot.Tests;

public sealed class TheKeysOfTheConfiguration
{
    [Theory]
    [InlineData("Store", typeof(StoreOptions))]
    [InlineData("Guides", typeof(GuidesOptions))]
    [InlineData("Web", typeof(WebOptions))]
    [InlineData("Slack", typeof(SlackOptions))]
    [InlineData("Teams", typeof(TeamsOptions))]
    public void Are_those_of_the_options(string section, Type options) =>
        Assert.Equal(
            options
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.CanWrite || p.PropertyType.IsGenericType)
                .Select(p => p.Name)
                .Order(StringComparer.Ordinal),
            ConfigurationKeys.Known[section].Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_misspelt_one_is_named() =>
        Assert.Equal(
            ["Slack:BotTokn"],
            ConfigurationKeys.Unknown(Settings(("Slack:BotTokn", "x"), ("slack:bottoken", "y"), ("Path", "z")))
        );

    [Theory]
    [InlineData("Slack:AppToken", "Slack:AppToken is set, but not Slack:BotToken or Slack:ClientId.")]
    [InlineData("Slack:SigningSecret", "Slack:SigningSecret is set, but not Slack:BotToken or Slack:ClientId.")]
    [InlineData("Teams:ClientSecret", "Teams:ClientSecret is set, but not Teams:AppId.")]
    public void Half_a_channel_is_no_channel(string key, string says) =>
        Assert.Equal(says, Assert.Throws<CannotStart>(() => ConfigurationKeys.Check(Settings((key, "x")))).Message);

    [Fact]
    public void Half_a_channel_names_the_misspelt_other_half() =>
        Assert.EndsWith(
            "Slack:BotTokn is no key of this bot.",
            Assert
                .Throws<CannotStart>(() =>
                    ConfigurationKeys.Check(Settings(("Slack:AppToken", "x"), ("Slack:BotTokn", "x")))
                )
                .Message,
            StringComparison.Ordinal
        );

    private static IConfiguration Settings(params (string Key, string Value)[] keys) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(keys.Select(k => KeyValuePair.Create(k.Key, (string?)k.Value)))
            .Build();
}
