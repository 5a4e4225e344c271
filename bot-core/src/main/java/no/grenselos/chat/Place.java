package no.grenselos.chat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.expert.Handle;

/** Where a card is shown. */
public sealed interface Place {
  String house();

  /** Names it, over all houses. */
  String key();

  /** Direct messages with one person. */
  record Direct(Handle to) implements Place {
    @Override
    public String house() {
      return to.house();
    }

    @Override
    public String key() {
      return to.toString();
    }
  }

  /**
   * A channel.
   *
   * @param name {@code #kundeservice}, or the house's own channel id
   */
  record Channel(String house, String name) implements Place {
    private static final Pattern ELSEWHERE = Pattern.compile("([a-z]+):(#.+)");

    /**
     * The channel that the rule book calls so.
     *
     * @param written {@code #kundeservice}, or with its house {@code teams:#kundeservice}
     * @param usual the house of a channel that is written without one
     */
    public static Channel named(String written, String usual) {
      Matcher elsewhere = ELSEWHERE.matcher(written);
      return elsewhere.matches()
          ? new Channel(elsewhere.group(1), elsewhere.group(2))
          : new Channel(usual, written);
    }

    /** The house that is written before the channel's name; empty when none is. */
    public static Optional<String> houseIn(String written) {
      Matcher elsewhere = ELSEWHERE.matcher(written);
      return elsewhere.matches() ? Optional.of(elsewhere.group(1)) : Optional.empty();
    }

    @Override
    public String key() {
      return house + ":" + name;
    }
  }
}
