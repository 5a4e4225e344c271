package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Leave;
import no.grenselos.people.Vacations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaveTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  private void onLeave(String who, Duration from, Duration until) {
    Expert expert =
        new Expert(
            new ExpertId(who),
            who,
            "",
            List.of(TimeLine.handle(who)),
            Set.of(),
            Set.of(),
            Hours.usual(TimeLine.OSLO),
            Cap.DEFAULT,
            Locale.ENGLISH);
    Leave leave = new Leave(Leave.Source.FILE, line.now().plus(from), line.now().plus(until));
    line.store.write(books ->
        Vacations.keep(books, expert, Leave.Source.FILE, List.of(leave), "dina", line.now()));
  }

  @Test
  void whoeverIsOnLeaveIsNotAskedAndTheirHomeSaysWhy() {
    onLeave("ana", Duration.ofHours(-1), Duration.ofDays(7));

    line.post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("ben");
    assertThat(line.home("ana").toString()).contains("Your calendar says that you are away");
  }

  @Test
  void leaveToComeKeepsNobodyFromBeingAskedBefore() {
    onLeave("ana", Duration.ofHours(1), Duration.ofDays(7));
    line.post("1", "varmepumpe?");
    assertThat(line.nudged()).containsExactly("ana");

    line.does("ana", new TicketAction.Claim()).pass(Duration.ofHours(2));
    line.post("2", "varmepumpe!");

    assertThat(line.nudged()).containsExactly("ana", "ben");
  }

  @Test
  void whoSaysTheyAreBackIsAskedWhateverTheCalendarSays() {
    onLeave("ana", Duration.ofHours(-1), Duration.ofDays(7));

    line.presses("ana", Press.REST_OVER, new ChatEvent.On.Nothing());
    line.post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.home("ana").toString()).contains("You are asked in your hours.");
  }
}
