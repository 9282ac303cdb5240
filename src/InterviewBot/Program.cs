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

// The host takes up to 30 seconds to finish what is being sent; the parser's own two would end the process in the middle of it.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) };
return await GuideCommands.Run(root, args, configuration);
