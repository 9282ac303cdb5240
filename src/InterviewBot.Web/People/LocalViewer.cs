using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Texts;

namespace InterviewBot.Web.People;

/// <summary>Who looks at the page or acts on it, in which language and time zone.</summary>
/// <param name="Language">"en" or "zh-CN".</param>
public sealed record LocalViewer(LocalPerson Person, string Language, TimeZoneInfo Zone)
{
    public ChatTexts Texts => ChatTexts.In(Language);

    public Speaker Speaker =>
        new(Person.Id, Texts[$"person-{Person.User}"], Language, IanaOf(Zone), LocalPeople.Organisation);

    private static string IanaOf(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana
        : "Etc/UTC";
}
