package no.grenselos.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.grenselos.expert.Colleague;
import no.grenselos.store.ChildJvm;
import no.grenselos.store.Claims;
import no.grenselos.store.Samples;
import no.grenselos.store.Store;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.Test;

/** Two nodes that share a database: each ticket has one winner, and everybody knows who. */
class TwoProcessesTest {
  private static final int TICKETS = 50;

  /** Claims every ticket with four threads and says how each claim went. */
  static final class Claimer {
    public static void main(String[] arguments) throws Exception {
      String node = arguments[1];
      try (Store store = openAt(arguments[0])) {
        System.out.println("ready");
        System.in.read();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
          for (int i = 0; i < 4; i++) {
            Colleague who = new Colleague(node + i, node + i);
            threads.submit(() -> claimAll(store, who));
          }
        }
        System.out.println("end");
      }
    }

    private static void claimAll(Store store, Colleague who) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 1; i <= TICKETS; i++) numbers.add(i);
      Collections.shuffle(numbers, new Random(who.id().hashCode()));
      for (int number : numbers) {
        Outcome outcome = Claims.claim(store, new TicketId(number), who, Samples.T0);
        System.out.println(number + " " + who.id() + " " + said(outcome));
      }
    }

    private static String said(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Moved moved -> "won";
        case Outcome.Unchanged unchanged -> "unchanged";
        case Outcome.Refused refused -> refused.why() + ":" + refused.owner().id();
      };
    }
  }

  @Test
  void ofTwoProcessesOneWinsEachTicketAndTheOtherIsToldWho() throws Exception {
    String url = PostgresServer.newDatabase("processes");
    try (Store store = openAt(url)) {
      for (int i = 1; i <= TICKETS; i++) {
        String mention = "m" + i;
        store.write(books -> books.tickets().open(Samples.draft(mention)));
      }

      List<String> said = race(url);

      Map<String, String> winners = new HashMap<>();
      for (String line : said) {
        String[] words = line.split(" ");
        if (words[2].equals("won"))
          assertThat(winners.put(words[0], words[1])).as("second winner: " + line).isNull();
      }
      assertThat(winners).hasSize(TICKETS);
      assertThat(said).hasSize(TICKETS * 8);
      for (String line : said) {
        String[] words = line.split(" ");
        if (!words[2].equals("won"))
          assertThat(words[2]).isEqualTo("TAKEN:" + winners.get(words[0]));
      }
      winners.forEach((number, owner) -> assertThat(owner(store, number)).isEqualTo(owner));
    }
  }

  private static List<String> race(String url) throws Exception {
    try (ChildJvm one = ChildJvm.start(Claimer.class, url, "one-");
        ChildJvm two = ChildJvm.start(Claimer.class, url, "two-")) {
      assertThat(one.hear()).isEqualTo("ready");
      assertThat(two.hear()).isEqualTo("ready");
      one.say("go");
      two.say("go");
      List<String> said = new ArrayList<>(one.hearRest());
      said.addAll(two.hearRest());
      assertThat(said).contains("end");
      said.removeIf("end"::equals);
      return said;
    }
  }

  private static String owner(Store store, String number) {
    TicketId id = new TicketId(Long.parseLong(number));
    TicketState state = store.read(books -> books.tickets().find(id).orElseThrow().state());
    return ((TicketState.Claimed) state).by().id();
  }

  private static Store openAt(String url) {
    return PostgresServer.open(url, 4);
  }
}
