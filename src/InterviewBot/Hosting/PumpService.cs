using InterviewBot.Delivery.Pumping;

namespace InterviewBot.Hosting;

/// <summary>Runs the pump as long as the host runs; what is being sent at the end is finished.</summary>
internal sealed class PumpService(Pump pump) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => pump.Run(stoppingToken);
}
