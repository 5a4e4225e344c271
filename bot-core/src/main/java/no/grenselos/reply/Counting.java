package no.grenselos.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.Form;
import no.grenselos.feed.Publisher;
import no.grenselos.memory.Shortened;
import no.grenselos.memory.Shortening;
import no.grenselos.mention.Network;
import no.grenselos.work.Equipment;
import no.grenselos.work.Phrases;

/** How long an answer is, how it will look, and what in it should be looked at twice. */
final class Counting {
  /** Room for a long reply; the network's own limit is checked by its publisher. */
  static final int ROOM = 2_500;

  private final Equipment equipment;

  Counting(Equipment equipment) {
    this.equipment = equipment;
  }

  /** What becomes of words of before, so that they fit there. */
  Shortened fitted(String text, Network network, Locale language) {
    return shortening(network).fit(text, language);
  }

  /** How much there is room for at most. */
  int room(Network network) {
    return shortening(network).max();
  }

  private Shortening shortening(Network network) {
    return equipment
        .publisher(network)
        .map(publisher ->
            // the form has its own limit, whatever the network takes
            new Shortening(
                publisher.maxLength(),
                text -> text.length() > ROOM ? Integer.MAX_VALUE : publisher.length(text)))
        .orElse(Shortening.to(ROOM));
  }

  Optional<String> tooLong(String text, Network network, Phrases phrases) {
    return equipment
        .publisher(network)
        .filter(publisher -> publisher.length(text) > publisher.maxLength())
        .map(publisher -> phrases.say("too-long", publisher.length(text), publisher.maxLength()));
  }

  /** Lines below the text: its length, warnings, and how it will look. */
  List<Form.Field> below(String text, Network network, Phrases phrases) {
    List<Form.Field> lines = new ArrayList<>();
    equipment.publisher(network).ifPresent(publisher -> lines.add(count(publisher, text, phrases)));
    if (text.isBlank()) return lines;
    for (Caution.Found found : Caution.in(text)) {
      lines.add(new Form.Field.Words(warning(found, phrases)));
    }
    lines.add(new Form.Field.Words(phrases.say("preview") + "\n" + text.strip()));
    return lines;
  }

  static String warning(Caution.Found found, Phrases phrases) {
    String name = found.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return phrases.say("caution." + name, found.words());
  }

  private static Form.Field count(Publisher publisher, String text, Phrases phrases) {
    int length = publisher.length(text.strip());
    String key = length > publisher.maxLength() ? "too-long" : "count";
    return new Form.Field.Words(phrases.say(key, length, publisher.maxLength()));
  }
}
