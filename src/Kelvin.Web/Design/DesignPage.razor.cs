namespace Kelvin.Web.Design;

/// <summary>Every part of the interface in all its states, for whoever builds it or checks it.</summary>
public sealed partial class DesignPage
{
    private DesignExamples Examples => field ??= new DesignExamples(Reader);
}
