package no.grenselos.app.wiring;

import no.grenselos.store.AuditLog;
import no.grenselos.work.Journal;
import no.grenselos.work.Marked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line to the log for each thing that happened. */
public final class LoggingJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger("no.grenselos.journal");

  @Override
  public void note(AuditLog.Entry entry) {
    Marked.by(Marked.TICKET, entry.ticket()).around(() -> LOG.info("{}", line(entry)));
  }

  /** The entry as one line, whatever its detail holds; its ticket stands beside it. */
  static String line(AuditLog.Entry entry) {
    String detail = entry.detail().isBlank() ? "" : " " + entry.detail();
    String line = entry.what() + " by=" + entry.who() + detail;
    return line.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ");
  }
}
