package no.grenselos.flow;

import java.util.Optional;
import no.grenselos.care.CrmCase;
import no.grenselos.store.Errand;
import no.grenselos.store.Outbox;
import no.grenselos.work.CrmPort;
import no.grenselos.work.Workroom;

/** Carries tickets to the house's own system of cases: until it takes them, or for some hours. */
final class CrmErrands {
  /**
   * With waits that grow to two minutes, some hours; a system that is down longer is mended first.
   */
  private static final int TRIES = 200;

  private final Workroom room;
  private final CrmPort crm;
  private final Publishing.Later later;

  CrmErrands(Workroom room, CrmPort crm, Publishing.Later later) {
    this.room = room;
    this.crm = crm;
    this.later = later;
  }

  void tell(Outbox.Entry entry, Errand.TellCrm tell) {
    Optional<CrmCase> found =
        room.read(books -> CrmCase.of(books, room.rules().book(), tell.ticket(), tell.by()));
    CrmPort.Told told =
        found
            .map(it -> crm.tell(it.where(), it.call()))
            .orElseGet(() -> new CrmPort.Told.Refused("no webhook is configured any more"));
    if (told instanceof CrmPort.Told.Later wait && entry.attempts() < TRIES) {
      later.later(entry, wait.pause(), wait.reason(), true);
      return;
    }
    room.write(work -> {
      CrmPort.Told end =
          told instanceof CrmPort.Told.Later wait ? new CrmPort.Told.Refused(wait.reason()) : told;
      CrmCase.told(work, tell.ticket(), tell.by(), end);
      return end instanceof CrmPort.Told.Refused refused
          ? work.books().outbox().park(entry, refused.reason())
          : work.books().outbox().done(entry);
    });
  }
}
