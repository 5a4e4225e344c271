package no.grenselos.flow;

/** The lease went to somebody else, who does the work: nothing of ours is kept. */
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost() {
    super("the lease went to somebody else", null, false, false);
  }
}
