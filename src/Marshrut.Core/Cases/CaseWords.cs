using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases;

/// <summary>States and outcomes of cases as people read them.</summary>
public static class CaseWords
{
    public static string State(CaseState state) => state switch
    {
        CaseState.Opened => "ждёт куратора",
        CaseState.InWork => "в работе",
        CaseState.Paused => "приостановлено",
        _ => "завершено",
    };

    public static string Outcome(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.EmployedInField => "работает по направлению подготовки",
        CaseOutcome.EmployedOutOfField => "работает не по направлению",
        CaseOutcome.SelfEmployed => "самозанятость или своё дело",
        CaseOutcome.ContinuesStudy => "продолжает учёбу",
        CaseOutcome.Army => "военная служба",
        CaseOutcome.Childcare => "отпуск по уходу за ребёнком",
        CaseOutcome.Moved => "переехал",
        CaseOutcome.Refused => "отказался от помощи",
        CaseOutcome.LostContact => "связь потеряна",
        CaseOutcome.ConsentWithdrawn => "согласие отозвано",
        CaseOutcome.OtherCentre => "передан в другой центр занятости",
        _ => "другое",
    };

    /// <summary>What somebody else did while this page was open.</summary>
    public static string Meanwhile(CaseState state) => state switch
    {
        CaseState.Opened => "Куратора ещё нет.",
        CaseState.InWork => "Сопровождение уже идёт.",
        CaseState.Paused => "Сопровождение приостановлено.",
        _ => "Сопровождение уже завершено.",
    };

    public static string Way(ContactWay way) => way switch
    {
        ContactWay.Call => "звонок",
        ContactWay.Message => "сообщение",
        ContactWay.Email => "письмо",
        ContactWay.Visit => "встреча",
        _ => "разговор с работодателем",
    };

    public static string Result(ContactResult result) => result switch
    {
        ContactResult.Spoke => "поговорили",
        ContactResult.NoAnswer => "не ответил",
        ContactResult.WrongNumber => "номер неверный",
        ContactResult.CallLater => "просил перезвонить",
        ContactResult.Refuses => "отказывается",
        _ => "уже работает",
    };

    /// <summary>An entry of the story in a few words: «звонок: не ответил».</summary>
    public static string Entry(CaseEntry entry) => entry switch
    {
        { Way: { } way, Result: { } result } => $"{Way(way)}: {Result(result)}",
        { Kind: CaseEntryKind.Note } => "заметка",
        { Kind: CaseEntryKind.News } => "колледж или вуз сообщил новое",
        { Kind: CaseEntryKind.Plan } => "план",
        { Kind: CaseEntryKind.Needs } => "записано, с чем помочь и что мешает",
        { Kind: CaseEntryKind.File } => "файл",
        { Kind: CaseEntryKind.Application } => "заявление или услуга на портале",
        { Step: CaseStep.AssignCurator } => "назначен куратор",
        { Step: CaseStep.UndoCurator } => "назначение куратора отменено",
        { Step: CaseStep.Pause } => "сопровождение приостановлено",
        { Step: CaseStep.Wake } => "сопровождение возобновлено",
        { Step: CaseStep.Close, Outcome: { } outcome } => $"сопровождение завершено: {Outcome(outcome)}",
        { Step: CaseStep.Reopen } => "сопровождение открыто снова",
        _ => "сопровождение остановлено",
    };
}
