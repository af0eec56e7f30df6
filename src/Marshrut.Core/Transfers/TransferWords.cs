namespace Marshrut.Core.Transfers;

/// <summary>States, kinds and reasons of transfers as people read them.</summary>
public static class TransferWords
{
    public static string Kind(TransferKind kind) => kind switch
    {
        TransferKind.HighRisk => "высокий риск (К1.1)",
        _ => "особые потребности или ограничения (К1.2)",
    };

    public static string State(TransferItemState state) => state switch
    {
        TransferItemState.Waiting => "ждёт ответа",
        TransferItemState.Accepted => "принят",
        TransferItemState.Returned => "возвращён",
        TransferItemState.Revoked => "отозван",
        _ => "согласие отозвано",
    };

    /// <summary>What somebody else did while this page was open.</summary>
    public static string Meanwhile(TransferItemState state) => state switch
    {
        TransferItemState.Waiting => "Центр занятости ещё не ответил.",
        TransferItemState.Accepted => "Человека уже принял центр занятости.",
        TransferItemState.Returned => "Человек уже возвращён.",
        TransferItemState.Revoked => "Колледж или вуз уже отозвал передачу этого человека.",
        _ => "Человек отозвал согласие на передачу.",
    };

    public static string Reason(ReturnReason reason) => reason switch
    {
        ReturnReason.NoContact => "не удалось связаться",
        ReturnReason.Refuses => "человек отказался от помощи",
        ReturnReason.OtherDistrict => "живёт в районе другого центра занятости",
        ReturnReason.AlreadyPlaced => "уже работает или учится",
        ReturnReason.NoPlaces => "в этом месяце нет свободных мест",
        _ => "другая причина",
    };
}
