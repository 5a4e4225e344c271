package no.grenselos.mention;

import java.util.regex.Pattern;

/** A place where people post, by its lower-case name: {@code mastodon}, {@code x}, {@code rss}. */
public record Network(String name) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public Network {
    if (!SHAPE.matcher(name).matches()) {
      throw new IllegalArgumentException("network is \"" + name + "\", must match " + SHAPE);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
