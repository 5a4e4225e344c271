package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.trial.Mismatch;
import no.grenselos.trial.Outcome;
import no.grenselos.trial.Suite;
import no.grenselos.trial.Verdict;
import no.grenselos.work.Phrases;

/** What came of the rules' own tests: how many hold, and what differs in those that do not. */
final class CaseWords {
  private static final int SHOWN = 8;
  private static final int POST = 140;

  private final RuleBook book;
  private final Phrases phrases;

  CaseWords(RuleBook book, Phrases phrases) {
    this.book = book;
    this.phrases = phrases;
  }

  String text(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) return phrases.say("test.none");
    List<Outcome.Differs> failed = Suite.failed(outcomes);
    int all = outcomes.size();
    if (failed.isEmpty()) return phrases.say("test.all", all, book.revision());
    List<String> lines = new ArrayList<>();
    lines.add(phrases.say("test.some", all - failed.size(), all, book.revision()));
    for (Outcome.Differs one : failed.subList(0, Math.min(SHOWN, failed.size()))) tell(one, lines);
    if (failed.size() > SHOWN) lines.add(phrases.say("test.more", failed.size() - SHOWN));
    return String.join("\n", lines);
  }

  private void tell(Outcome.Differs one, List<String> lines) {
    String post = one.tried().post().text().replaceAll("\\s+", " ").strip();
    int end = Math.min(POST, post.length());
    if (end < post.length() && Character.isHighSurrogate(post.charAt(end - 1))) end--;
    String shown = end < post.length() ? post.substring(0, end) + "…" : post;
    lines.add("✗ " + one.tried().shown() + ": “" + shown + "”");
    one.mismatches().forEach(mismatch -> lines.add("   " + words(mismatch)));
  }

  private String words(Mismatch mismatch) {
    String expected = mismatch.expected();
    String actual = mismatch.actual();
    return switch (mismatch.what()) {
      case LANE -> phrases.say("test.lane", lane(expected), lane(actual));
      case TOPIC -> phrases.say("test.topic", topic(expected), topic(actual));
      case CHANNEL -> phrases.say("test.channel", expected, orNone(actual));
      case EXPERT -> phrases.say("test.expert", name(expected), name(actual));
      case NOT_EXPERT -> phrases.say("test.not-expert", name(expected));
      case DROP -> phrases.say("test.drop", lane(actual));
      case SILENT -> phrases.say("test.silent", lane(actual));
      case WHY -> phrases.say("test.why", expected, orNone(actual));
    };
  }

  private String lane(String lane) {
    String key = "goes." + lane;
    return phrases.has(key) ? phrases.say(key) : phrases.say("test.nowhere");
  }

  private String topic(String id) {
    return isNone(id) ? orNone(id) : book.known(id).map(this::topic).orElse(id);
  }

  private String topic(TopicId id) {
    return book.nameOf(id, phrases.locale());
  }

  private String name(String id) {
    return isNone(id) ? phrases.say("test.nobody") : Admins.name(book, id);
  }

  private String orNone(String value) {
    return isNone(value) ? phrases.say("test.nothing") : value;
  }

  private static boolean isNone(String value) {
    return value.equals(Verdict.NONE);
  }
}
