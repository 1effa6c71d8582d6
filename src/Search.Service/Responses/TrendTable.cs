using CsvHelper;

namespace Search.Service.Responses;

/// <summary>
/// Trends as CSV for spreadsheets: a row a bucket, and rows for the uses that are in none. A query that a spreadsheet would take for a
/// formula has an apostrophe before it.
/// </summary>
public static class TrendTable
{
    private static readonly CsvWriterOptions s_options = new()
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true, // spreadsheets take UTF-8 without it for something else
    };

    /// <summary>As a file: UTF-8 with its mark.</summary>
    public static void Write(TrendsResponse trends, Stream output)
    {
        using var csv = CsvWriter.Create(output, s_options, leaveOpen: true);
        Write(trends, csv);
    }

    /// <summary>As text, whatever it is encoded in.</summary>
    public static void Write(TrendsResponse trends, TextWriter output)
    {
        using var csv = CsvWriter.Create(output, s_options, leaveOpen: true);
        Write(trends, csv);
    }

    private static void Write(TrendsResponse trends, CsvWriter csv)
    {
        csv.WriteHeader(["query", "part", "from", "to", "count", "total", "share"]);
        foreach (var series in trends.Series)
        {
            foreach (var bucket in series.Buckets)
            {
                Write(csv, series.Query, "bucket", bucket.Count, bucket);
            }

            Write(csv, series.Query, "undated", series.Undated, null);
            Write(csv, series.Query, "less exact", series.LessExact, null);
        }
    }

    private static void Write(CsvWriter csv, string query, string part, long count, TrendBucketResponse? bucket)
    {
        csv.WriteField(query);
        csv.WriteField(part);
        csv.WriteField(bucket?.From);
        csv.WriteField(bucket?.To);
        csv.WriteField(count);
        csv.WriteField(bucket?.Total);
        csv.WriteField(bucket?.Share);
        csv.EndRecord();
    }
}
