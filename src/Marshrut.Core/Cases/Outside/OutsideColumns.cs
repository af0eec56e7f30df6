using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Cases.Outside;

/// <summary>The columns of the file that an employment centre outside the program fills in. What the sender knows himself is not read back.</summary>
public static class OutsideColumns
{
    public static TableColumn Item { get; } = new("item", "Номер строки", "№ строки", "Номер");

    public static TableColumn LastName { get; } = new("lastName", "Фамилия");

    public static TableColumn Answer { get; } = new("answer", "Ответ: принят или возвращён", "Ответ");

    public static TableColumn Reason { get; } = new("reason", "Причина возврата", "Причина");

    public static TableColumn Curator { get; } = new("curator", "Куратор");

    public static TableColumn Outcome { get; } = new("outcome", "Итог", "Чем закончилось");

    public static TableColumns<TableColumn> All { get; } = new(Item, LastName, Answer, Reason, Curator, Outcome);

    /// <summary>Headers of the columns that a file lacks.</summary>
    public static IReadOnlyList<string> MissingIn(RecognisedHeader<TableColumn> header) =>
        [.. new[] { Item, LastName, Answer }.Where(column => header.Of(column) is null).Select(column => column.Header)];
}
