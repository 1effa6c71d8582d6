using Search.Web.Hosting;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSearchWeb();
    var app = builder.Build();
    app.UseSearchWeb();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFault.Describe(exception) is { } reason)
{
    await Console.Error.WriteLineAsync($"search: {reason}");
    return StartFault.ExitCode;
}
