# The web service. The build needs nothing but this folder; the program runs as the image's own unprivileged user.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
LABEL stage=search-build
WORKDIR /source
COPY . .
RUN dotnet publish src/Search.Web -c Release -o /out --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /out .
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER 1654
ENTRYPOINT ["dotnet", "Search.Web.dll"]
