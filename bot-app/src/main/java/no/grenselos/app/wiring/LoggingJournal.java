package no.grenselos.app.wiring;

import no.grenselos.app.logline.OneLine;
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

  /** The entry as one line, whatever its detail holds; the flows mark it with its ticket. */
  static String line(AuditLog.Entry entry) {
    String detail = entry.detail().isBlank() ? "" : " " + entry.detail();
    String line = entry.what() + " by=" + entry.who() + detail;
    return OneLine.in(line);
  }
}
