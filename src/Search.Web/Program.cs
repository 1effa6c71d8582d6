using Search.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddSearchWeb();
var app = builder.Build();
app.UseSearchWeb();
await app.RunAsync();
