package no.grenselos.work;

import no.grenselos.store.AuditLog;

/**
 * Is told what happened, after it is kept. Must return quickly and not throw; called from many
 * threads.
 */
@FunctionalInterface
public interface Journal {
  void note(AuditLog.Entry entry);
}
