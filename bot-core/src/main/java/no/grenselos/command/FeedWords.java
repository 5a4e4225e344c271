package no.grenselos.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.grenselos.chat.Span;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.FeedState;
import no.grenselos.store.FeedStanding;
import no.grenselos.work.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands in words: the same in chat and on the command line.
 *
 * @param head its name, where it reads, and when it last did
 * @param facts in the order in which they are told; those that are not known are left out
 * @param trouble what is wrong with it; nothing while all is well
 */
public record FeedWords(List<Span> head, List<List<Span>> facts, List<String> trouble) {
  public static FeedWords of(FeedStanding feed, Locale locale) {
    return of(feed, Phrases.of("command", locale));
  }

  static FeedWords of(FeedStanding feed, Phrases phrases) {
    return new FeedWords(head(feed, phrases), facts(feed, phrases), trouble(feed, phrases));
  }

  private static List<Span> head(FeedStanding feed, Phrases phrases) {
    List<Span> line = new ArrayList<>(List.of(new Span.Strong(feed.row().feed())));
    String network = " (" + feed.row().label().network() + "): ";
    Instant read = feed.state().lookedAt();
    if (read == null) {
      line.add(new Span.Plain(network + phrases.say("feeds.never")));
    } else {
      line.add(new Span.Plain(network + phrases.say("feeds.read") + " "));
      line.add(new Span.Moment(read));
    }
    return line;
  }

  private static List<List<Span>> facts(FeedStanding feed, Phrases phrases) {
    List<List<Span>> facts = new ArrayList<>();
    came(facts, feed.state(), phrases);
    facts.add(plain(phrases.say("feeds.rate", feed.postsPerHour())));
    facts.add(plain(phrases.say("feeds.month", feed.postsThisMonth())));
    feed.spent().ifPresent(money -> facts.add(plain(phrases.say("feeds.spent", money))));
    left(facts, feed.state().allowance(), phrases);
    facts.add(
        plain(
            feed.node()
                .map(node -> phrases.say("feeds.node", node))
                .orElseGet(() -> phrases.say("feeds.no-node"))));
    return facts;
  }

  private static void came(List<List<Span>> facts, FeedState state, Phrases phrases) {
    Instant newest = state.newestAt();
    if (newest == null) return;
    List<Span> line = new ArrayList<>(plain(phrases.say("feeds.newest") + " "));
    line.add(new Span.Moment(newest));
    Duration lag = state.lag();
    if (lag != null) line.addAll(plain(phrases.say("feeds.lag", lag.toMinutes())));
    facts.add(line);
  }

  private static void left(List<List<Span>> facts, @Nullable Allowance allowance, Phrases phrases) {
    if (allowance == null) return;
    List<Span> line = new ArrayList<>(plain(phrases.say("feeds.left", allowance.left())));
    if (allowance.until() != null) {
      line.addAll(plain(phrases.say("feeds.left-until") + " "));
      line.add(new Span.Moment(allowance.until()));
    }
    facts.add(line);
  }

  private static List<String> trouble(FeedStanding feed, Phrases phrases) {
    List<String> lines = new ArrayList<>();
    String why = feed.state().trouble();
    if (why != null) lines.add(phrases.say("feeds.trouble", why));
    feed.state()
        .unusualSilence(feed.now())
        .map(Duration::toHours)
        .ifPresent(hours -> lines.add(phrases.say("feeds.silent", hours)));
    return lines;
  }

  private static List<Span> plain(String text) {
    return List.of(new Span.Plain(text));
  }
}
