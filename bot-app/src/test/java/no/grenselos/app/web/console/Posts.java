package no.grenselos.app.web.console;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
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
import no.grenselos.route.Terms;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Rules;
import org.jspecify.annotations.Nullable;

/** Puts posts and what came of them into a store, as the flows would. All invented. */
public final class Posts {
  public static final TopicId TOPIC = new TopicId("heat-pumps");
  private static final Colleague ANA = new Colleague("ana", "Ana");

  private Posts() {}

  public static MentionId id(String id) {
    return new MentionId(new Network("mastodon"), id);
  }

  /** A post that waits for somebody, in that channel. */
  public static TicketId open(
      Books books, String id, String handle, String text, String channel, Instant at) {
    return open(books, id, handle, text, channel, at, 1);
  }

  /**
   * @param revision of the rules that decided
   */
  static TicketId open(
      Books books,
      String id,
      String handle,
      String text,
      String channel,
      Instant at,
      int revision) {
    boolean care = !channel.equals("#kommunikasjon");
    Mention mention = mention(id, handle, text, at);
    String words = text.substring(0, Math.min(6, text.length()));
    Evidence evidence = new Evidence(0, words.length(), words, "keyword");
    Reading reading =
        new Reading(
            new Language("nb"),
            Intent.QUESTION,
            0.8,
            Severity.NORMAL,
            List.of(),
            List.of(new TopicScore(TOPIC, 0.7, List.of(evidence))),
            null);
    Terms terms =
        new Terms(
            channel,
            care ? Goal.SATISFACTION : Goal.SELL,
            Duration.ofHours(1),
            Duration.ofMinutes(30));
    Because because = new Because(List.of("heat pumps"), revision, List.of(evidence));
    Decision decision =
        care ? new Decision.Queue(terms, because) : new Decision.Ask(TOPIC, terms, because);
    books.mentions().add(mention, reading, decision, at);
    Lane lane = care ? Lane.CARE : Lane.EXPERT;
    Ticket.Draft draft =
        new Ticket.Draft(
            mention.id(), lane, TOPIC, terms, because, at, at.plus(Duration.ofHours(1)), null);
    return books.tickets().open(draft).orElseThrow().id();
  }

  /** A post that these rules read and decide about themselves. */
  static TicketId routed(Books books, Rules rules, String id, String text, Instant at) {
    Mention mention = mention(id, "kari", text, at);
    Reading reading = rules.reader().look(mention);
    Decision decision = rules.router().decide(mention, reading);
    books.mentions().add(mention, reading, decision, at);
    Ticket.Draft draft =
        switch (decision) {
          case Decision.Ask ask -> draft(mention, Lane.EXPERT, ask.topic(), ask.terms(), decision);
          case Decision.Queue queue -> draft(mention, Lane.CARE, null, queue.terms(), decision);
          case Decision.Both both ->
              draft(mention, Lane.BOTH, both.topic(), both.terms(), decision);
          case Decision.Hold hold -> throw new IllegalArgumentException(hold.toString());
          case Decision.Drop drop -> throw new IllegalArgumentException(drop.toString());
        };
    return books.tickets().open(draft).orElseThrow().id();
  }

  private static Ticket.Draft draft(
      Mention mention, Lane lane, @Nullable TopicId topic, Terms terms, Decision decision) {
    Instant at = mention.publishedAt();
    return new Ticket.Draft(
        mention.id(), lane, topic, terms, decision.because(), at, at.plusSeconds(3600), null);
  }

  private static Mention mention(String id, String handle, String text, Instant at) {
    return new Mention(
        id(id),
        "",
        "thread-" + id,
        URI.create("https://mastodon.example/@" + handle.replaceAll("[^a-z]", "x") + "/" + id),
        new Author(handle, handle, null, 12),
        text,
        MentionKind.POST,
        "nb",
        null,
        null,
        new ReplyWay.Api(),
        at);
  }

  /** Needs no answer any more. */
  static void over(Books books, TicketId id) {
    Ticket ticket = books.tickets().find(id).orElseThrow();
    books.tickets().save(ticket.with(new TicketState.Answered(ANA, ticket.openedAt(), null), null));
  }

  /** Ana is asked, takes it, notes something and answers. */
  public static void answered(Books books, TicketId id, String words, Instant at) {
    var offer =
        books
            .offers()
            .make(
                id,
                new ExpertId("ana"),
                at,
                at.plusSeconds(1800),
                LocalDate.of(2026, 9, 15),
                (int) id.number())
            .orElseThrow();
    books.offers().end(offer.id(), OfferEnd.CLAIMED, at.plusSeconds(60));
    books.care().note(id, ANA, "note: " + words, at.plusSeconds(90));
    books.answers().write(id, ANA, words, at.plusSeconds(120));
    Ticket ticket = books.tickets().find(id).orElseThrow();
    books
        .tickets()
        .save(ticket.with(new TicketState.Answered(ANA, at.plusSeconds(130), null), null));
    books
        .audit()
        .add(new AuditLog.Entry(at.plusSeconds(60), "ana", "ticket.claimed", id, "by the card"));
  }
}
