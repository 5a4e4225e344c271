package no.grenselos.route;

import static no.grenselos.mention.SamplePost.saying;
import static no.grenselos.route.BookOfRules.NOW;
import static no.grenselos.route.BookOfRules.care;
import static no.grenselos.route.BookOfRules.drop;
import static no.grenselos.route.BookOfRules.expert;
import static no.grenselos.route.BookOfRules.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Reading;
import org.junit.jupiter.api.Test;

class DroppedAnywayTest {
  private static final String[][] TOPICS = {{}, {"solar"}, {"heat-pumps"}, {"solar", "heat-pumps"}};

  @Test
  void whatARouteDropsBeforeAnyAsksForTopicsIsDroppedAnyway() {
    BookOfRules rules =
        new BookOfRules().route(drop("spam", "text:krypto")).route(expert("sun", null, "solar"));

    assertThat(dropped(rules, "kjøp krypto")).isPresent();
    assertThat(dropped(rules, "sol på taket")).as("its topic decides").isEmpty();
  }

  @Test
  void aTopicWhoseOwnWordsAreMissingCannotLeadElsewhere() {
    BookOfRules rules =
        new BookOfRules()
            .route(expert("ours", "text:lyngheia", "solar"))
            .route(drop("rest", "text:hei"));

    assertThat(dropped(rules, "hei")).isPresent();
    assertThat(dropped(rules, "hei lyngheia")).isEmpty();
    assertThat(dropped(rules, "god dag")).as("no rule asks for it").isPresent();
  }

  @Test
  void aQueryOrASilenceThatNamesATopicIsWaitedFor() {
    assertThat(
            dropped(
                new BookOfRules()
                    .route(care("c", "text:hei AND topic:solar"))
                    .route(drop("d", "text:hei")),
                "hei"))
        .isEmpty();
    assertThat(
            dropped(
                new BookOfRules()
                    .route(drop("d", "text:hei"))
                    .silence("topic:solar", NOW.plusSeconds(60)),
                "hei"))
        .isEmpty();
  }

  @Test
  void whatAnybodyIsToldOfIsReadWhole() {
    assertThat(dropped(new BookOfRules().route(care("c", "text:hei")), "hei")).isEmpty();
  }

  /** Whatever the rules and the topics, the whole reading leads to the same. */
  @Property(tries = 300)
  void theWholeReadingLeadsToTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    BookOfRules rules = new BookOfRules();
    List<String> words = List.of("sol", "hei", "regn", "lyngheia");
    for (int i = random.nextInt(6); i >= 0; i--) {
      String word = words.get(random.nextInt(4));
      String when =
          switch (random.nextInt(4)) {
            case 0 -> "text:" + word + " AND topic:solar";
            case 1 -> "text:" + word + " AND NOT topic:heat-pumps";
            default -> "text:" + word;
          };
      Route route =
          switch (random.nextInt(4)) {
            case 0 -> care("c" + i, when);
            case 1 -> expert("e" + i, random.nextBoolean() ? when : null, "solar");
            case 2 -> expert("f" + i, when, null);
            default -> drop("d" + i, when);
          };
      rules = rules.route(route);
    }
    List<String> text = new ArrayList<>(words);
    text.removeIf(word -> random.nextBoolean());
    Mention post = saying(String.join(" ", text)).mention();

    try (Router router = rules.router()) {
      Optional<Decision> dropped = router.droppedAnyway(post, plain());
      for (String[] topics : TOPICS) {
        Decision whole = router.decide(post, reading("nb", Intent.OTHER, topics));
        dropped.ifPresent(decision -> assertThat(whole).isEqualTo(decision));
      }
    }
  }

  private static Optional<Decision> dropped(BookOfRules rules, String text) {
    try (Router router = rules.router()) {
      return router.droppedAnyway(saying(text).mention(), plain());
    }
  }

  private static Reading plain() {
    return reading("nb", Intent.OTHER);
  }
}
