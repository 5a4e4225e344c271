package no.grenselos.reading;

import java.util.regex.Pattern;

/** A topic's short name in config: {@code heat-pumps}. */
public record TopicId(String id) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  public TopicId {
    if (!SHAPE.matcher(id).matches()) {
      throw new IllegalArgumentException("topic id is \"" + id + "\", must match " + SHAPE);
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
