package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.config.Node;
import no.grenselos.revise.Section;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Phrases;

/** Says what an entry of the rules does. */
final class RuleWords {
  private static final int QUERY = 160;

  private final Phrases phrases;
  private final RuleBook book;

  RuleWords(Phrases phrases, RuleBook book) {
    this.phrases = phrases;
    this.book = book;
  }

  String of(Section section, Node.Mapping entry) {
    return section == Section.ROUTES ? entry.text("name") + ": " + route(entry) : silence(entry);
  }

  /** What a route does, without its name. */
  String route(Node.Mapping entry) {
    List<String> parts = new ArrayList<>();
    String topic = entry.text("topic");
    if (!topic.isEmpty()) parts.add(phrases.say("does.topic", topicName(topic)));
    String when = entry.text("when");
    if (!when.isEmpty()) parts.add(phrases.say("does.when", cut(when)));
    parts.add(goes(entry));
    if (!entry.text("answer-within").isEmpty())
      parts.add(phrases.say("does.within", entry.text("answer-within")));
    if (!entry.text("fact").isEmpty()) parts.add(phrases.say("does.fact", entry.text("fact")));
    if (entry.text("go-on").equals("true")) parts.add(phrases.say("does.goes-on"));
    if (entry.text("approval").equals("true")) parts.add(phrases.say("does.approval"));
    return String.join(" · ", parts);
  }

  private String goes(Node.Mapping entry) {
    if (entry.entries().containsKey("drop")) return phrases.say("does.drop", entry.text("drop"));
    String channel = entry.text("channel");
    String there = channel.isEmpty() ? book.house().fallbackChannel() : channel;
    return switch (entry.text("lane")) {
      case "care" -> phrases.say("does.care", there);
      case "both" -> phrases.say("does.both", there);
      default -> phrases.say("does.expert");
    };
  }

  String silence(Node.Mapping entry) {
    String line =
        phrases.say(
            "does.silence",
            cut(entry.text("when")),
            entry.text("until").replace('T', ' '),
            entry.text("why"),
            entry.text("by"));
    return entry.text("keep").equals("true") ? line + " · " + phrases.say("does.keep") : line;
  }

  private String topicName(String id) {
    return book.known(id).map(topic -> book.nameOf(topic, phrases.locale())).orElse(id);
  }

  private static String cut(String text) {
    return text.length() <= QUERY ? text : text.substring(0, QUERY - 1) + "…";
  }
}
