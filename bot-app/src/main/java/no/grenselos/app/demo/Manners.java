package no.grenselos.app.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import no.grenselos.app.demo.DemoScript.Deed;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.route.RuleBook;

/**
 * What the scripted people do with what they see. Each way is dealt from a shuffled deck, so that a
 * run shows everything that can be done.
 */
final class Manners {
  private final DemoScript script;
  private final Outside outside;
  private final RuleBook book;
  private final Random random;
  private final Deck<Act> toNudges;
  private final Deck<Act> toTheirOwn;
  private final Deck<Integer> takers;

  /** What somebody does about a card, as it is at that moment. */
  @FunctionalInterface
  interface Act {
    void by(String user, Screen screen) throws InterruptedException;
  }

  Manners(DemoScript script, Outside outside, RuleBook book, Random random) {
    this.script = script;
    this.outside = outside;
    this.book = book;
    this.random = random;
    this.toNudges =
        new Deck<Act>(random)
            .with((user, screen) -> press(user, screen, "CLAIM"), 10)
            .with((user, screen) -> emoji(user, screen, "CLAIM"), 3)
            .with((user, screen) -> press(user, screen, "PASS"), 2)
            .with((user, screen) -> emoji(user, screen, "PASS"), 1)
            .with(this::nameSomebody, 1)
            .with((user, screen) -> press(user, screen, "LATER"), 2)
            .with((user, screen) -> {}, 1);
    this.toTheirOwn =
        new Deck<Act>(random)
            .with(this::write, 8)
            .with((user, screen) -> press(user, screen, "ANSWERED"), 2)
            .with(this::giveBack, 1);
    this.takers = new Deck<Integer>(random).with(0, 4).with(1, 3).with(2, 1);
  }

  Act toNudge() {
    return toNudges.next();
  }

  Act toTheirOwn() {
    return toTheirOwn.next();
  }

  /** How many people reach for the same card in a channel. */
  int takers() {
    return takers.next();
  }

  void claim(String user, Screen screen) throws InterruptedException {
    press(user, screen, "CLAIM");
  }

  /** Answers as customer service does. */
  void comfort(String user, Screen screen) throws InterruptedException {
    answer(user, screen, "care");
  }

  private void press(String user, Screen screen, String press) throws InterruptedException {
    boolean unused = screen.press(user, press);
  }

  private void emoji(String user, Screen screen, String press) throws InterruptedException {
    boolean unused = screen.react(user, press, false);
  }

  private void nameSomebody(String user, Screen screen) throws InterruptedException {
    Optional<String> colleague = colleague(user, screen);
    if (colleague.isEmpty()) press(user, screen, "PASS");
    else if (!screen.fillIn(user, "PASS_TO", Map.of("colleague", colleague.get()))) {
      press(user, screen, "PASS");
    }
  }

  /** Somebody else who said yes to what the post was written for. */
  private Optional<String> colleague(String user, Screen screen) {
    String topic = deed(screen).map(Deed::about).orElse("");
    return book.experts().stream()
        .filter(expert -> expert.topics().stream().anyMatch(own -> own.id().equals(topic)))
        .map(Expert::handles)
        .flatMap(List::stream)
        .filter(handle -> handle.house().equals(screen.house()))
        .map(Handle::id)
        .filter(id -> !id.equals(user))
        .findFirst();
  }

  private void write(String user, Screen screen) throws InterruptedException {
    String topic = deed(screen).map(Deed::about).orElse("");
    if (topic.isEmpty()) press(user, screen, "NOT_WORTH_ANSWERING");
    else answer(user, screen, topic);
  }

  private void answer(String user, Screen screen, String topic) throws InterruptedException {
    String lang = deed(screen).map(Deed::lang).orElse("nb");
    Optional<String> text = script.answer(topic, lang, random.nextInt(100));
    boolean sent = text.isPresent() && screen.fillIn(user, "REPLY", Map.of("text", text.get()));
    if (!sent) press(user, screen, "ANSWERED");
  }

  /** Takes back the emoji it was claimed by; where it was a button, presses the other one. */
  private void giveBack(String user, Screen screen) throws InterruptedException {
    if (!screen.react(user, "CLAIM", true)) press(user, screen, "RELEASE");
  }

  private Optional<Deed> deed(Screen screen) {
    return screen.post().flatMap(outside::deed);
  }
}
