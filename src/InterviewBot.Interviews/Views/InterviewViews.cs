using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Views;

/// <summary>Works out what cards need to know.</summary>
public static class InterviewViews
{
    public static InterviewView Of(Interview interview, Guide? guide) => throw new NotImplementedException();
}
