package no.grenselos.app.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.RuleBook;
import no.grenselos.route.Terms;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Store;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;

/** Fills a store with posts of the last two years, always the same; nearly all are answered. */
final class ConsoleFill {
  static final String TOPIC = "varmepumper";
  private static final int AT_ONCE = 500;
  private static final int ONE_IN_OPEN = 50;
  private static final Duration BACK = Duration.ofDays(730);
  private static final List<String> WORDS =
      List.of(
          "strøm",
          "regning",
          "varmepumpe",
          "natt",
          "bråker",
          "lader",
          "faktura",
          "app",
          "takk",
          "hvorfor",
          "dyrt",
          "nettleie",
          "solceller",
          "tak",
          "montør",
          "time",
          "venter",
          "svar",
          "kunde",
          "pris",
          "avtale",
          "spotpris",
          "måler",
          "feil",
          "kaldt",
          "vinter",
          "støtte");

  private static final List<Goal> GOALS = List.of(Goal.values());

  private final Store store;
  private final RuleBook book;
  private final Random random = new Random(6);
  private final Instant end = Instant.now();

  ConsoleFill(Store store, RuleBook book) {
    this.store = store;
    this.book = book;
  }

  void tickets(int count) {
    for (int from = 0; from < count; from += AT_ONCE) {
      int first = from;
      int last = Math.min(count, from + AT_ONCE);
      // made before: work may be run again, and what is drawn twice would differ
      List<Mention> posts =
          IntStream.range(first, last).mapToObj(number -> post(number, count)).toList();
      int unused =
          store.write(books -> {
            for (int i = 0; i < posts.size(); i++) keep(books, posts.get(i), first + i);
            return posts.size();
          });
    }
  }

  private Mention post(int number, int count) {
    String text =
        random.ints(25, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    String handle = "person" + random.nextInt(20_000);
    Instant at = end.minus(BACK).plus(BACK.dividedBy(count).multipliedBy(number));
    return new Mention(
        new MentionId(new Network(number % 3 == 0 ? "x" : "mastodon"), "p" + number),
        "",
        "t" + number,
        URI.create("https://social.example/@" + handle + "/" + number),
        new Author(handle, "Person " + number, null, random.nextInt(5_000)),
        text,
        MentionKind.POST,
        "nb",
        null,
        null,
        new ReplyWay.Api(),
        at);
  }

  private void keep(Books books, Mention post, int number) {
    boolean care = number % 2 == 0;
    List<Evidence> evidence = List.of(new Evidence(0, 5, post.text().substring(0, 5), "keyword"));
    TopicId topic = new TopicId(number % 7 == 0 ? "annet" : TOPIC);
    String channel =
        care && !book.teams().isEmpty()
            ? book.teams().get(number / 2 % book.teams().size()).channel()
            : book.house().fallbackChannel();
    Goal goal = GOALS.get(number % GOALS.size());
    Terms terms = new Terms(channel, goal, Duration.ofHours(2), Duration.ofMinutes(30));
    Because because = new Because(List.of("bench"), 1, evidence);
    Reading reading =
        new Reading(
            new Language("nb"),
            Intent.QUESTION,
            0.8,
            Severity.NORMAL,
            List.of(),
            List.of(new TopicScore(topic, 0.7, evidence)),
            null);
    Instant at = post.publishedAt();
    Decision decision =
        care ? new Decision.Queue(terms, because) : new Decision.Ask(topic, terms, because);
    books.mentions().add(post, reading, decision, at);
    Ticket ticket =
        books
            .tickets()
            .open(
                new Ticket.Draft(
                    post.id(),
                    care ? Lane.CARE : Lane.EXPERT,
                    topic,
                    terms,
                    because,
                    at,
                    at.plus(Duration.ofHours(2)),
                    null))
            .orElseThrow();
    if (number % ONE_IN_OPEN != 0) answer(books, ticket, number % 2 == 0 ? "ana" : "ben", at);
  }

  private static void answer(Books books, Ticket ticket, String who, Instant at) {
    Colleague colleague = new Colleague(who, who);
    Instant claimed = at.plusSeconds(300);
    Instant answered = at.plusSeconds(1_200);
    books.audit().add(new AuditLog.Entry(claimed, who, "ticket.claimed", ticket.id(), ""));
    books.answers().write(ticket.id(), colleague, "Takk, det ser vi på.", answered);
    books.tickets().save(ticket.with(new TicketState.Answered(colleague, answered, null), null));
    books.audit().add(new AuditLog.Entry(answered, who, "ticket.answered", ticket.id(), ""));
  }
}
