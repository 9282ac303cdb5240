namespace InterviewBot.Delivery.Channels;

/// <summary>What an operator has to mend before a channel serves anybody: a token that the platform does not take.</summary>
public interface IChannelHealth
{
    /// <summary>Sentences without tokens and names; empty: none is known. Asks nobody and waits for nothing.</summary>
    IReadOnlyList<string> Troubles { get; }
}
