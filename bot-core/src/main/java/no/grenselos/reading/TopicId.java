package no.grenselos.reading;

import java.util.regex.Pattern;

/** A topic's short name in config: {@code heat-pumps}. */
public record TopicId(String id) implements Comparable<TopicId> {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  public TopicId {
    if (!SHAPE.matcher(id).matches()) {
      throw new IllegalArgumentException("topic id is \"" + id + "\", must match " + SHAPE);
    }
  }

  /** By their letters. */
  @Override
  public int compareTo(TopicId other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
