package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.config.Finding;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.revise.Draft;
import no.grenselos.revise.Revised;
import no.grenselos.revise.Revising;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.Test;

/** Two nodes on one store: what anybody makes the newest revision is in force on both. */
class FollowingTest {
  private static final Duration PROMISED = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final URI NOWHERE = URI.create("https://mastodon.example/1");
  private static final ConfigFiles FILES =
      new ConfigFiles(
          "config",
          Map.of(
              "grenselos.yml",
                  """
                  company: Fjordbygg
                  fallback-channel: "#press"
                  store: {memory: {}}
                  chats: {house: {greeting: hello}}
                  """,
              "experts.yml",
                  """
                  experts:
                    - {id: ana, name: Ana, house: U01, topics: [heat]}
                  teams:
                    - {id: press, name: Press, channel: "#press"}
                  """,
              "topics/heat.yml", "id: heat\nname: {en: Heat}\nkeywords: [heat]\n",
              "routes.yml", routes(1)));

  private final FakeStore store = new FakeStore();

  @Test
  void aNewRevisionIsInForceOnAllNodesInTwoSeconds() {
    try (Grenselos one = node();
        Grenselos other = node()) {
      List<Duration> took = new ArrayList<>();
      for (int revision = 2; revision <= 4; revision++) {
        int wanted = revision;
        push(one, revision);
        long start = System.nanoTime();
        within(PATIENCE, () -> revision(one) == wanted && revision(other) == wanted);
        took.add(Duration.ofNanos(System.nanoTime() - start));
      }
      // a busy machine may be slow once
      assertThat(took).anyMatch(delay -> delay.compareTo(PROMISED) < 0);
      assertThat(other.health().findings()).contains(new Finding(true, "rules", "revision 4"));
    }
  }

  @Test
  void noPostIsLostOrDecidedByHalfARevisionWhileRulesChange() {
    int posts = 120;
    try (Grenselos one = node();
        Grenselos other = node()) {
      for (int i = 0; i < posts; i++) {
        add(i);
        if (i % 30 == 10) push(one, revisionOfStore() + 1);
      }
      within(PATIENCE, () -> logged(posts - 1) && waiting() == 0);
      within(PATIENCE, () -> revision(other) == revisionOfStore());

      for (int i = 0; i < posts; i++) {
        MentionLog.Logged log = log(i);
        assertThat(log.decision()).isInstanceOf(Decision.Drop.class);
        // each revision drops with its own number as the reason
        assertThat(((Decision.Drop) log.decision()).reason())
            .isEqualTo("by revision " + log.decision().because().revision());
      }
    }
  }

  @Test
  void aRevisionThisVersionCannotReadIsRefusedWholeUntilTheNext() {
    try (Grenselos node = node()) {
      Map<String, String> odd = new TreeMap<>(files(2));
      odd.put("routes.yml", "routes:\n  - {name: a, topic: heat, lane: expert, mood: blue}\n");
      add(2, odd);

      within(PATIENCE, () -> finding(node).text().startsWith("revision 1 stays: revision 2"));
      assertThat(finding(node).fine()).isFalse();
      assertThat(finding(node).text()).contains("routes[0].mood: unknown key");
      assertThat(revision(node)).isEqualTo(1);
      add(3, files(3));
      within(PATIENCE, () -> revision(node) == 3);
      assertThat(finding(node).fine()).isTrue();
    }
  }

  @Test
  void aStoreThatIsAwayForAWhileIsFollowedWhenItIsBack() {
    try (Grenselos node = node()) {
      add(2, files(2));
      store.lose("away");
      store.lose("");

      within(PATIENCE, () -> revision(node) == 2);
    }
  }

  private Grenselos node() {
    Providers providers =
        new Providers(
            Map.of("memory", store.provider()),
            Map.of("house", new FakeChat()),
            Map.of(),
            Map.of());
    Setup setup =
        new Setup(
            FILES, providers, new Environment(Map.of()), Clock.systemUTC(), entry -> {}, true);
    Grenselos node = Grenselos.open(setup);
    node.start();
    return node;
  }

  private void push(Grenselos node, int number) {
    Draft draft = new Draft(number - 1, files(number), "ana", "", Instant.now());
    assertThat(new Revising(node.texts()).save(node.store(), draft))
        .isInstanceOf(Revised.Saved.class);
  }

  private void add(int number, Map<String, String> files) {
    Source source = new Source(number, Instant.now(), "ana", "", files);
    assertThat(store.<Boolean>write(books -> books.ruleBooks().add(source))).isTrue();
  }

  private static Map<String, String> files(int number) {
    return FILES.with("routes.yml", routes(number)).ruleBook();
  }

  private static String routes(int number) {
    return "routes:\n  - {name: all, when: \"*:*\", drop: by revision %d}\n".formatted(number);
  }

  private void add(int number) {
    Mention mention =
        new Mention(
            id(number),
            "",
            "c" + number,
            NOWHERE,
            new Author("kari", "", null, 0),
            "Hei " + number,
            MentionKind.POST,
            "",
            null,
            null,
            new ReplyWay.ByHand(NOWHERE, "test"),
            Instant.now());
    MentionEvent event = new MentionEvent.Posted(mention);
    store.write(books -> books.mentionInbox().add(event.key(), "c" + number, event, Instant.now()));
  }

  private static MentionId id(int number) {
    return new MentionId(new Network("mastodon"), Integer.toString(number));
  }

  private boolean logged(int number) {
    return store.<Boolean>read(books -> books.mentions().find(id(number)).isPresent());
  }

  private MentionLog.Logged log(int number) {
    return store.read(books -> books.mentions().find(id(number))).orElseThrow();
  }

  private long waiting() {
    return store.<Long>read(books -> books.mentionInbox().waiting());
  }

  private int revisionOfStore() {
    return store.<Integer>read(books -> books.ruleBooks().newest());
  }

  private static int revision(Grenselos node) {
    return node.rules().get().book().revision();
  }

  private static Finding finding(Grenselos node) {
    return node.health().findings().stream()
        .filter(one -> one.what().equals("rules"))
        .findFirst()
        .orElseThrow();
  }

  private static void within(Duration time, BooleanSupplier reached) {
    long end = System.nanoTime() + time.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("reached within " + time).isLessThan(end);
      try {
        if (never.await(20, TimeUnit.MILLISECONDS)) return;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
