package no.grenselos.mention;

/** The network's own id of a post, unique within the network; written {@code mastodon:1234}. */
public record MentionId(Network network, String id) {
  public MentionId {
    if (id.isBlank() || id.length() > 500) {
      throw new IllegalArgumentException(
          "mention id has " + id.length() + " characters, must be 1 to 500");
    }
  }

  /** Reads what {@link #toString()} wrote. */
  public static MentionId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) throw new IllegalArgumentException("not network:id: \"" + text + "\"");
    return new MentionId(new Network(text.substring(0, colon)), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return network + ":" + id;
  }
}
