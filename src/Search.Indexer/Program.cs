using Search.Indexer;
using Search.Indexer.Hosting;

using var interruption = new Interruption();
await using var environment = CommandEnvironment.OfProcess();
return await SearchCommand.InvokeAsync(args, environment, interruption.Token);
