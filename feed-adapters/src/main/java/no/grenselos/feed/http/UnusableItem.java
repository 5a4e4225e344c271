package no.grenselos.feed.http;

/** One item of a page cannot become a mention; {@link Gathering} lists it and goes on. */
public final class UnusableItem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason in plain English, without the post's text
   */
  public UnusableItem(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
