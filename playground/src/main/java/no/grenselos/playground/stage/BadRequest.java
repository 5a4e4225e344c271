package no.grenselos.playground.stage;

/** The control API cannot do what was asked; answered with 400 and the reason. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadRequest(String reason) {
    super(reason);
  }
}
