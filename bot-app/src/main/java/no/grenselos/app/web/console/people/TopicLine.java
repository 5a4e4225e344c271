package no.grenselos.app.web.console.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.grenselos.expert.Expert;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.TicketSearch.Query;

/**
 * A topic and who has it.
 *
 * @param name in the reader's language
 * @param about in the reader's language, may be empty
 * @param agreed who said yes
 * @param invited who was proposed and has not said yes
 * @param posts that reached somebody in the last 30 days; at most {@link #MANY}
 */
public record TopicLine(
    Topic topic, String name, String about, List<Expert> agreed, List<Expert> invited, int posts) {
  /** Counting on would tell nothing more. */
  public static final int MANY = 200;

  private static final Duration LATELY = Duration.ofDays(30);

  /**
   * @param book with its people as they want to be asked
   */
  static List<TopicLine> all(Books books, RuleBook book, Locale locale, Instant now) {
    return book.topics().stream()
        .map(topic ->
            new TopicLine(
                topic,
                topic.name(locale),
                topic.descriptions().getOrDefault(locale.getLanguage(), ""),
                book.experts().stream().filter(one -> one.topics().contains(topic.id())).toList(),
                book.experts().stream().filter(one -> proposed(one, topic.id())).toList(),
                lately(books, topic.id(), now)))
        .toList();
  }

  private static boolean proposed(Expert expert, TopicId topic) {
    return expert.manner().proposed().contains(topic) && !expert.topics().contains(topic);
  }

  private static int lately(Books books, TopicId topic, Instant now) {
    Query all = Query.ALL;
    Query query =
        new Query(
            all.words(),
            all.standings(),
            null,
            topic,
            all.channels(),
            null,
            null,
            "",
            now.minus(LATELY),
            null,
            null);
    return books.search().find(query, MANY).size();
  }

  /** Talked about, and nobody or one person has it. */
  public boolean thin() {
    return agreed.size() < 2;
  }

  public boolean many() {
    return posts >= MANY;
  }
}
