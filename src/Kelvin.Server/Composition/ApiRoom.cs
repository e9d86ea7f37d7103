using System.Text.Json;
using System.Text.Json.Serialization;
using Kelvin.Server.Documentation;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Composition;

/// <summary>What the API needs.</summary>
internal static class ApiRoom
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.DictionaryKeyPolicy = null;
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.AddProblemDetails();
        services.AddExceptionHandler<WarehouseFailures>();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            ApiDescription.Describe(document);
            return Task.CompletedTask;
        }));
        return services;
    }
}
