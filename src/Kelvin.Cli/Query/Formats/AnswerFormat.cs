namespace Kelvin.Cli.Query.Formats;

/// <summary>The forms in which an answer can be had.</summary>
internal enum AnswerFormat
{
    /// <summary>For people: values in their language, rounded.</summary>
    Table,

    /// <summary>Comma-separated text, exact.</summary>
    Csv,

    /// <summary>One JSON document with columns, units and rows.</summary>
    Json,

    /// <summary>A JSON object a line.</summary>
    Ndjson,

    /// <summary>An Arrow IPC file.</summary>
    Arrow,

    /// <summary>A Parquet file.</summary>
    Parquet,
}
