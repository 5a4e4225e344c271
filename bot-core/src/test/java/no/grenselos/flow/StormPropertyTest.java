package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.grenselos.chat.StormAction;
import no.grenselos.chat.Subject;
import no.grenselos.lesson.Pupil;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.store.Books;
import no.grenselos.store.Storms;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However posts, presses, pauses and two nodes mix: every post is to be found somewhere. */
class StormPropertyTest {
  private static final String[] TEXTS = {
    "Min varmepumpe har mistet nettforbindelsen, appen viser feilkode 404 i gate ",
    "elendig: varmepumpe nede, appen melder feilkode 404 igjen her i hus ",
    "Hvor ofte bør varmepumpe renses, spør nummer ",
    "elendig service på telefonen sier kunde ",
    "My heat pump lost its connection, the app shows error 404 in house "
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noPostIsLost(long seed) throws InterruptedException {
    Random random = new Random(seed);
    List<String> posts = new ArrayList<>();
    try (TimeLine line = new TimeLine()) {
      Desk other = new Desk(line.node(Pupil.NOBODY));
      Rounds rounds = new Rounds(other, List.of(line.slack), Runnable::run);
      line.at("09:00");
      for (int i = 0; i < 120; i++) {
        String text = TEXTS[random.nextInt(10) < 6 ? 0 : random.nextInt(TEXTS.length)];
        posts.add("p" + i);
        line.take(
            new MentionEvent.Posted(line.mention("p" + i, "", text + i, MentionKind.POST, null)));
        if (random.nextBoolean()) line.settle();
        else while (rounds.mentions().isZero()) rounds.errands();
        if (random.nextInt(12) == 0) something(line, random);
      }
      line.settle();

      for (String post : posts) assertFound(line, post);
      line.pass(Duration.ofDays(2));
      for (String post : posts) assertFound(line, post);
    }
  }

  private static void something(TimeLine line, Random random) {
    Subject incident = new Subject.Thing("incident", "1");
    switch (random.nextInt(6)) {
      case 0 -> line.pass(Duration.ofMinutes(random.nextInt(120)));
      case 1 -> line.said("liv", "storm pause heat-pumps " + (1 + random.nextInt(90)) + "m");
      case 2 -> line.said("liv", "storm pause all care 30m");
      case 3 -> line.said("liv", "storm off");
      case 4 -> line.does("liv", incident, new StormAction.StormOver());
      default -> line.does("liv", incident, new StormAction.AskRest());
    }
  }

  /** It ended, or somebody is asked, or a card shows it, or a list has it, or its moment comes. */
  static void assertFound(TimeLine line, String post) {
    Ticket ticket = line.ticket(post);
    boolean found = line.store.read(books -> found(books, ticket));
    assertThat(found).as("%s %s", post, ticket).isTrue();
  }

  private static boolean found(Books books, Ticket ticket) {
    boolean over = !(ticket.state() instanceof TicketState.Open);
    boolean shown = !books.placements().of(ticket.id()).isEmpty();
    boolean comes = ticket.wakeAt() != null;
    boolean listed =
        books
            .storms()
            .of(ticket.id())
            .map(Storms.Membership::incident)
            .filter(number ->
                !books.placements().of(new Subject.Thing("incident", "" + number)).isEmpty())
            .isPresent();
    boolean waits =
        books.pauses().running().stream()
            .flatMap(pause -> books.pauses().held(pause.number(), 1_000).stream())
            .anyMatch(held -> held.ticket().equals(ticket.id()));
    return over || shown || comes || listed || waits;
  }
}
