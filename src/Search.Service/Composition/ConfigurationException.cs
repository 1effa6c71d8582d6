namespace Search.Service.Composition;

/// <summary>The configuration cannot be used; the message names the key and what it must be.</summary>
public sealed class ConfigurationException(string message, Exception? innerException = null) : Exception(message, innerException);
