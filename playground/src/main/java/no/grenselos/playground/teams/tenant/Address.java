package no.grenselos.playground.teams.tenant;

/**
 * A conversation's id as a bot writes it: of a thread in a channel with {@code ;messageid=} and the
 * message that began it.
 *
 * @param root empty outside threads
 */
public record Address(String conversation, String root) {
  private static final String THREAD = ";messageid=";

  public static Address of(String id) {
    int at = id.indexOf(THREAD);
    return at < 0
        ? new Address(id, "")
        : new Address(id.substring(0, at), id.substring(at + THREAD.length()));
  }

  public String id() {
    return root.isEmpty() ? conversation : conversation + THREAD + root;
  }
}
