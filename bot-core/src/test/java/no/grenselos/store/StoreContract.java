package no.grenselos.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every store must do: a test a promise of the ports. An engine's test extends this and opens
 * an empty store; the tests stand in one interface a port.
 */
public abstract class StoreContract
    implements TransactionContract,
        InboxContract,
        OutboxRepetitionContract,
        TicketsContract,
        TicketSearchContract,
        AuditLogContract,
        OffersContract,
        CursorsContract,
        FeedStatesContract,
        LogPositionsContract,
        MentionLogContract,
        EarlyPostsContract,
        LessonsContract,
        ChatBooksContract,
        TimersContract,
        CareBookContract,
        CareQueueContract,
        FactsContract,
        ProposalsContract,
        DraftsContract,
        MemoryContract,
        StormsContract,
        PausesContract,
        ThanksContract,
        DigestsContract,
        ClosuresContract,
        HouseNotesContract,
        InquiriesContract,
        ProfilesContract,
        StatisticsContract,
        EffectsContract,
        ConsideredContract,
        RuleDraftsContract,
        ErasuresContract,
        CalendarsContract {
  private Store store;

  /** A store with nothing in it. */
  protected abstract Store open() throws Exception;

  @BeforeEach
  final void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  @Override
  public final Store store() {
    return store;
  }
}
