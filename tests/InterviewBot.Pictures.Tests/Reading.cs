using InterviewBot.Guides.Documents;

namespace InterviewBot.Pictures.Tests;

internal static class Reading
{
    public const string Deeper = """
        # G
        ## 1. Redis
        ```flow
        st=>start: Start
        op1=>operation: redis的常用数据类型，以及各自适合的场景，请举一个自己项目里的例子说明为什么这样选择
        c1=>condition: Go deeper into the inner workings of it?
        op2=>operation: What is a sorted set made of inside?
        op3=>operation: Cluster
        c2=>condition: Time left?
        op4=>operation: Transactions
        x=>operation: Nothing leads here
        e=>end: End
        st->op1->c1
        c1(yes)->op2->op3->c2
        c1(no)->c2
        c2(yes)->op4->e
        c2(no)->e
        ```
        """;

    public static Guide Guide(string text) => GuideReader.Read("g", text).Guide!;

    public static Chart Chart(string text, Marks? marks = null) =>
        Charts.OfTopic(Guide(text).Topics.First(Charts.HasFlow), "en", marks)!;
}
