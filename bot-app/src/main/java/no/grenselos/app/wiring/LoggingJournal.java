package no.grenselos.app.wiring;

import no.grenselos.store.AuditLog;
import no.grenselos.work.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line to the log for each thing that happened. */
public final class LoggingJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger("no.grenselos.journal");

  @Override
  public void note(AuditLog.Entry entry) {
    LOG.info("{}", line(entry));
  }

  /** The entry as one line, whatever its detail holds. */
  static String line(AuditLog.Entry entry) {
    String ticket = entry.ticket() == null ? "" : " ticket=" + entry.ticket();
    String detail = entry.detail().isBlank() ? "" : " " + entry.detail();
    String line = entry.what() + ticket + " by=" + entry.who() + detail;
    return line.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ");
  }
}
