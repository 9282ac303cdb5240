namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// Nobody knows whether it was taken: a defect, or a store that did not answer. It must not be acknowledged and may be delivered again
/// with the same cause. Carries nothing but the reference under which the log has the rest.
/// </summary>
public sealed class ReceptionFailedException(string reference) : Exception($"Reference {reference}")
{
    public string Reference { get; } = reference;
}
