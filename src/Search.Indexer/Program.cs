using Search.Indexer;

using var interruption = new Interruption();
await using var environment = CommandEnvironment.OfProcess();
return await SearchCommand.InvokeAsync(args, environment, interruption.Token);
