package no.grenselos.log;

/** The log does not say; the text says why and what to do where that is known. */
public final class RelayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RelayException(String message, Throwable cause) {
    super(message, cause);
  }
}
