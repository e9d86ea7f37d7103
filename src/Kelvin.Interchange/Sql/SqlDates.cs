using System.Globalization;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Interchange.Sql;

/// <summary>Dates in SQL are texts beside dates; here they are written as days.</summary>
internal static class SqlDates
{
    private static readonly string[] Midnights = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff"];

    /// <summary>A text beside a time as the day that it is, a day beside written days in writing; anything else as it stands.</summary>
    public static SqlValue Beside(SqlValue value, SqlValue other)
    {
        var isInTime = other.IsWrittenDay || other.Kind is ValueKind.Date or ValueKind.Timestamp;
        var day = isInTime && value.Formula is Formula.Text text ? Day(text.Value) : value;
        return other.IsWrittenDay ? Written(day) : day;
    }

    /// <summary>A value as a date or an instant. Days stand for their midnights.</summary>
    public static SqlValue Cast(SqlValue value, SqlToken type) => value switch
    {
        { Formula: Formula.Text text } => Day(text.Value),
        { IsWrittenDay: true } => value,
        { Kind: ValueKind.Date } => value,
        { Kind: ValueKind.Timestamp } when type.Is("date") => new SqlValue(new Formula.Call("date", [value.Formula]), ValueKind.Date),
        { Kind: ValueKind.Timestamp } => value,
        _ => throw new UntranslatableSqlException(type.Written),
    };

    /// <summary>
    /// Beside a day an instant is taken for its own day here, and for itself in SQL. Only "from the day on" and "before the day" are
    /// the same in both.
    /// </summary>
    public static void RefuseMoments(BinaryOperator binary, SqlValue left, SqlValue right, SqlToken sign)
    {
        var isSame = left.Kind == ValueKind.Timestamp ? binary is BinaryOperator.GreaterOrEqual or BinaryOperator.Less : binary is BinaryOperator.Greater or BinaryOperator.LessOrEqual;
        if (!isSame && (left.Kind, right.Kind) is ((ValueKind.Timestamp, ValueKind.Date) or (ValueKind.Date, ValueKind.Timestamp)))
            throw new UntranslatableSqlException(sign.Written);
    }

    /// <summary>A day as written days are; beside them nothing but days and what is written like them has a meaning.</summary>
    private static SqlValue Written(SqlValue value) => value switch
    {
        { IsWrittenDay: true } => value,
        { Formula: Formula.Day day } => new SqlValue(new Formula.Text(day.Value.ToString("O", CultureInfo.InvariantCulture)), ValueKind.Text),
        _ => throw new UntranslatableSqlException(FormulaPrinter.Print(value.Formula)),
    };

    private static SqlValue Day(string written) =>
        DateTime.TryParseExact(written, Midnights, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.TimeOfDay == TimeSpan.Zero
            ? new SqlValue(new Formula.Day(DateOnly.FromDateTime(moment)), ValueKind.Date)
            : throw new UntranslatableSqlException(written);
}
