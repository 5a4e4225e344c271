package no.grenselos.work;

/** Somebody changed the same meanwhile; do the whole transaction again. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken() {
    super("somebody changed the same meanwhile", null, false, false);
  }
}
