package no.grenselos.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.work.People;
import no.grenselos.work.Shortlist;
import no.grenselos.work.Shut;

/**
 * One rule book's people as they want to be asked now.
 *
 * @param experts of the book, and those who said yes in chat
 * @param gone who cannot be reached
 * @param muted who does not want to hear of a topic of theirs
 */
record Company(List<Expert> experts, Set<Handle> gone, Map<TopicId, Set<ExpertId>> muted) {
  static Company of(Books books, RuleBook book) {
    List<Expert> experts = People.of(books, book).experts();
    Map<TopicId, Set<ExpertId>> muted = new HashMap<>();
    experts.stream()
        .flatMap(expert -> expert.topics().stream())
        .forEach(topic -> muted.computeIfAbsent(topic, books.directory()::mutedBy));
    return new Company(experts, Shut.gone(books), muted);
  }

  List<Expert> willing(TopicId topic) {
    return Shortlist.willing(experts, topic, gone, muted.getOrDefault(topic, Set.of()));
  }
}
