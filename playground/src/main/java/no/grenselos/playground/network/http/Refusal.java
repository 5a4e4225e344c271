package no.grenselos.playground.network.http;

/** The API says no, with a status and a reason in Mastodon's words. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  Refusal(int status, String reason) {
    super(reason);
    this.status = status;
  }

  static Refusal notFound() {
    return new Refusal(404, "Record not found");
  }

  int status() {
    return status;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
