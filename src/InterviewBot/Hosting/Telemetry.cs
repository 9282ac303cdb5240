using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace InterviewBot.Hosting;

/// <summary>Metrics by OpenTelemetry, sent only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says so. No personal data in any name or tag.</summary>
internal static class Telemetry
{
    public static void AddTo(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("interviewbot"))
            .WithMetrics(metrics =>
                metrics.AddMeter("InterviewBot.*", "Microsoft.AspNetCore.Hosting", "System.Runtime").AddOtlpExporter()
            );
    }
}
