package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {
  private static final List<FormKind> OWN =
      List.of(
          FormKind.SAY_YES,
          FormKind.MY_TOPICS,
          FormKind.MY_LANGUAGES,
          FormKind.MY_HOURS,
          FormKind.MY_CAP,
          FormKind.MY_LEVEL,
          FormKind.MY_SPEECH,
          FormKind.MY_DIGEST,
          FormKind.MY_REST,
          FormKind.TELL_MORE);

  private final TimeLine line = new TimeLine(Newcomers::withDina);

  @AfterEach
  void close() {
    line.close();
  }

  private static ChatEvent.On topic(String id) {
    return new ChatEvent.On.About(new Subject.Thing("topic", id));
  }

  @Test
  void homeBeginsWithWhatThisIsAndEndsWithWhatIsKept() {
    assertThat(line.home("ana").toString())
        .containsSubsequence("Out there people ask", "Your topics", "How", "Words you keep");
  }

  @Test
  void homeShowsWhatHoldsAndEachChangeIsShownAtOnce() {
    String home = line.home("ana").toString();
    assertThat(home)
        .contains("Your topics", "Heat pumps", "Mon–Fri 08:00–16:00 (Europe/Oslo)")
        .contains("3 a day and 8 a week at most", "You answer by yourself", "No digest");

    line.sends("ana", FormKind.MY_CAP, Map.of("day", "2", "week", "5"));
    line.sends("ana", FormKind.MY_DIGEST, Map.of("digest", "FRIDAY"));
    line.sends("ana", FormKind.MY_LEVEL, Map.of("level", "ADVISE"));
    line.sends("ana", FormKind.MY_LANGUAGES, Map.of());

    Page shown = line.slack.home(TimeLine.handle("ana"));
    assertThat(String.valueOf(shown))
        .contains("2 a day and 5 a week", "Digest on Fridays", "You say what is right")
        .contains("any language");
    assertThat(line.journal).extracting("what").contains("profile.cap", "profile.level");
  }

  @Test
  void homeSpeaksTheLanguageTheyChoose() {
    assertThat(line.home("ben").toString()).contains("Temaene dine", "Varmepumper");

    line.sends("ben", FormKind.MY_SPEECH, Map.of("speaks", "en"));

    assertThat(line.home("ben").toString()).contains("Your topics", "Heat pumps");
    line.post("1", "varmepumpe?").does("ana", new TicketAction.Pass(null, ""));
    line.shows("ben", "You know this topic: want to reply?");
  }

  @Test
  void stoppedTopicIsAskedAboutNoMore() {
    line.presses("ana", Press.STOP_TOPIC, topic("heat-pumps"));
    line.post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("ben");
    assertThat(line.home("ana").toString()).contains("You are not asked about anything");

    line.sends("ana", FormKind.MY_TOPICS, Map.of("topics", "heat-pumps"));
    line.does("ben", new TicketAction.Pass(null, ""));
    assertThat(line.nudged()).containsExactly("ben", "ana");
  }

  @Test
  void mutedTopicIsUnmutedThere() {
    line.post("1", "varmepumpe?").does("ana", new TicketAction.MuteTopic());
    assertThat(line.home("ana").toString()).contains("Heat pumps (quiet, as you wished)");

    line.presses("ana", Press.UNMUTE_TOPIC, topic("heat-pumps"));

    assertThat(line.home("ana").toString()).doesNotContain("quiet, as you wished");
  }

  @Test
  void whatWaitsCanBeDoneFromThere() {
    line.post("1", "varmepumpe?");
    assertThat(line.home("ana").toString()).contains("What waits for you", "varmepumpe?");
    ChatEvent.On card = on(line.home("ana"), Press.CLAIM);

    line.presses("ana", Press.CLAIM, card).shows("ana", "It's yours. Thank you.");
    assertThat(line.home("ana").toString()).contains("This one is yours.");
    line.presses("ana", Press.ANSWERED, on(line.home("ana"), Press.ANSWERED));

    assertThat(line.home("ana").toString())
        .contains("What you answered lately", "https://mastodon.example/@kari/1")
        .doesNotContain("What waits for you");
  }

  @Test
  void passFromTheHomeAsksTheNext() {
    line.post("1", "varmepumpe?");

    line.presses("ana", Press.PASS, on(line.home("ana"), Press.PASS));

    assertThat(line.nudged()).containsExactly("ana", "ben");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "ben"})
  void everyFormOpensWithWordsThatFit(String who) {
    for (FormKind kind : OWN) {
      var form = line.opens(who, kind).orElseThrow();
      assertThat(form.title().length()).as(kind.name()).isLessThanOrEqualTo(24);
      assertThat(form.submit().length()).as(kind.name()).isLessThanOrEqualTo(24);
      assertThat(form.fields()).isNotEmpty();
    }
  }

  @Test
  void restUntilADayThatIsOverOrFarAwayIsRefused() {
    for (String day : List.of("2026-09-15", "2020-01-01", "2028-01-01", "-999999999-01-01", "x")) {
      assertThat(line.sends("ana", FormKind.MY_REST, Map.of("day", day))).containsKey("day");
    }
    assertThat(line.sends("ana", FormKind.MY_REST, Map.of("day", "2026-09-18"))).isEmpty();
  }

  @Test
  void whateverIsFilledInIsReadOrSaidAtItsField() {
    Random random = new Random(7);
    List<String> fields =
        List.of(
            "topics",
            "languages",
            "days",
            "from",
            "to",
            "zone",
            "day",
            "week",
            "level",
            "speaks",
            "digest",
            "person");
    List<String> values =
        List.of(
            "",
            " ",
            ",",
            ",,nb",
            "heat-pumps,bills",
            "MONDAY,XDAY",
            "08:00",
            "25:00",
            "-1",
            "99999999999",
            "1e3",
            "Europe/Oslo",
            "Mars/Phobos",
            "+18:00",
            "POST",
            "post",
            "never",
            "nb",
            "\u0000",
            "\uD83D",
            "2026-12-01",
            "é".repeat(3000));
    for (int i = 0; i < 2_000; i++) {
      FormKind kind = OWN.get(random.nextInt(OWN.size()));
      Map<String, String> filled = new java.util.TreeMap<>();
      for (String field : fields) filled.put(field, values.get(random.nextInt(values.size())));

      Map<String, String> wrong =
          line.desk.submitted(
              "p" + i,
              new no.grenselos.chat.ChatUser(TimeLine.handle("ana"), ""),
              kind,
              new ChatEvent.On.Nothing(),
              filled);

      assertThat(wrong.size()).as("%s %s", kind, filled).isLessThanOrEqualTo(1);
    }
    line.settle();
    assertThat(line.home("ana").blocks()).isNotEmpty();
  }

  @Test
  void whoIsGoneIsAskedNoMoreUntilTheyAreBack() {
    gone(true);
    line.post("1", "varmepumpe?");
    assertThat(line.nudged()).containsExactly("ben");

    gone(false);
    line.does("ben", new TicketAction.Pass(null, ""));
    assertThat(line.nudged()).containsExactly("ben", "ana");
  }

  private void gone(boolean gone) {
    boolean news =
        line.store.write(books ->
            books.profiles().gone(new no.grenselos.expert.ExpertId("ana"), gone, line.now()));
    assertThat(news).isTrue();
  }

  /** What the first such button is about. */
  private static ChatEvent.On on(Page page, Press press) {
    return page.blocks().stream()
        .filter(Page.Block.Row.class::isInstance)
        .flatMap(row -> ((Page.Block.Row) row).buttons().stream())
        .filter(Card.Button.Act.class::isInstance)
        .map(Card.Button.Act.class::cast)
        .filter(button -> button.press() == press)
        .findFirst()
        .orElseThrow()
        .on();
  }
}
