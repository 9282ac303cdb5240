using System.CommandLine;
using System.Text;
using InterviewBot.CommandLine;
using InterviewBot.Hosting;

if (!Prerequisites.AreThere())
    return 1;

// Guides are UTF-8 and often Chinese; the locale of a container often is neither.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("A bot that sits beside an interviewer. Without a command it starts.");
ServeCommand.AddTo(root);
foreach (var command in GuideCommands.Commands())
    root.Add(command);
return await GuideCommands.Run(root, args, new InvocationConfiguration());
