using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// Nobody knows whether it was taken: a defect, or a store that did not answer. It must not be acknowledged and may be delivered again
/// with the same cause. Carries nothing but the reference under which the log has the rest.
/// </summary>
/// <param name="store">Why the store did not take it; null: a defect of ours.</param>
public sealed class ReceptionFailedException(string reference, StoreFailedException? store = null)
    : Exception($"Reference {reference}")
{
    public string Reference { get; } = reference;

    /// <summary>The one sentence of a store that cannot write; null: a defect of ours.</summary>
    public string? StoreSentence { get; } = store?.Message;
}
