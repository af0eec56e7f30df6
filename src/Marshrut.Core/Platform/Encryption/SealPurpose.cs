namespace Marshrut.Core.Platform.Encryption;

/// <summary>
/// What a sealed block is; bound into it, so that a block of one kind is never accepted as another. Each stands in a column that its mapping declares by
/// <see cref="SealedMapping.IsSealed{T}"/>: that is how a change of keys finds it.
/// </summary>
public enum SealPurpose : byte
{
    PersonFacts = 1,
    EnrolmentFacts = 2,
    Assessment = 3,
    Evidence = 4,
    Consent = 5,
    ImportChunk = 6,
    ImportReport = 7,
    PersonKey = 8,
    DataProtectionKey = 10,
    KeyRingProof = 11,
    TransferSnapshot = 12,
    ReturnNote = 13,
    TransferQuestion = 14,
    TransferAnswer = 15,
    TransferNeeds = 16,
    FileName = 17,
    FileContent = 18,
    CaseText = 19,
    SecondStep = 20,
    HandedContacts = 21,
    HandedProgress = 22,
    ReturnedFact = 23,
    PlanGoals = 24,
    PlanStep = 25,
    PlanVersion = 26,
    VisitWords = 27,
    ApplicationNumber = 28,
    CaseNeeds = 29,
    ServiceFile = 30,
    ExchangeNote = 31,
    PassOnWords = 32,
    RequestWish = 33,
    RequestResult = 34,
    ResponseAnswers = 35,
    AnswersDraft = 36,
    ContestText = 37,
    ContestAnswer = 38,
    Cv = 39,
}
