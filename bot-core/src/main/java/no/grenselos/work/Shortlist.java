package no.grenselos.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Knowledge;
import no.grenselos.expert.Load;
import no.grenselos.expert.Ranking;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Books;
import no.grenselos.ticket.Ticket;

/**
 * Who can be asked about a post, with the nudges they had lately as the books say.
 *
 * @param people whoever may come into question, on any topic
 */
public record Shortlist(Books books, Knowledge knowledge, List<Expert> people, Instant now) {
  public static Shortlist of(Work work) {
    return new Shortlist(work.books(), work.knowledge(), work.book().experts(), work.now());
  }

  /** Whoever looks is not on it. */
  public static Shortlist of(Visit visit) {
    List<Expert> others =
        visit.book().experts().stream()
            .filter(expert -> !expert.handles().contains(visit.who().handle()))
            .toList();
    return new Shortlist(visit.books(), visit.rules().knowledge(), others, visit.now());
  }

  /**
   * Best first, about the ticket's post; by nudges alone when it is no longer kept.
   *
   * @param notBefore who may not be asked before which moment
   */
  public Ranking about(Ticket ticket, TopicId topic, Map<ExpertId, Instant> notBefore) {
    return books
        .mentions()
        .find(ticket.mention())
        .map(post -> about(post.mention(), post.reading().language(), topic, notBefore))
        .orElseGet(() -> {
          List<Expert> willing = willing(topic);
          return Ranking.of(willing, situation(willing, Language.UNKNOWN, topic, notBefore));
        });
  }

  /** As for a ticket's post, best first. */
  public Ranking about(
      Mention post, Language language, TopicId topic, Map<ExpertId, Instant> notBefore) {
    List<Expert> willing = willing(topic);
    return knowledge.rank(willing, post, situation(willing, language, topic, notBefore));
  }

  private List<Expert> willing(TopicId topic) {
    return willing(people, topic, Shut.gone(books), books.directory().mutedBy(topic));
  }

  /**
   * Those of the people who may be asked about the topic at all.
   *
   * @param gone who has left
   * @param muted who does not want to hear of it for now
   */
  public static List<Expert> willing(
      List<Expert> people, TopicId topic, Set<Handle> gone, Set<ExpertId> muted) {
    return people.stream()
        .filter(expert -> expert.topics().contains(topic))
        .filter(expert -> Shut.reachable(gone, expert).isPresent())
        .filter(expert -> !muted.contains(expert.id()))
        .toList();
  }

  private Ranking.Situation situation(
      List<Expert> experts, Language language, TopicId topic, Map<ExpertId, Instant> notBefore) {
    Map<ExpertId, LocalDate> days =
        experts.stream().collect(Collectors.toMap(Expert::id, expert -> expert.hours().day(now)));
    Map<ExpertId, Load> loads = books.offers().loads(days);
    return new Ranking.Situation(topic, language, loads, notBefore, now);
  }
}
