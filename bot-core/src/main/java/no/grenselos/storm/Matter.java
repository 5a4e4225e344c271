package no.grenselos.storm;

import java.util.Locale;
import java.util.Optional;
import no.grenselos.reading.Intent;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.RuleBook;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * Where posts are compared with each other: those on one topic, or in one channel where there is no
 * topic, that want the same kind of thing. Its text form is the store's: {@code
 * heat-pumps/trouble}, {@code in:#kundeservice/trouble}.
 *
 * @param topic null where the post has none
 * @param channel where it goes; counts only where there is no topic
 */
record Matter(@Nullable TopicId topic, String channel, Kind kind) {
  private static final String IN = "in:";
  private static final int MOST = 180;

  /** What the authors want. In trouble one complains, the next asks: that is one kind. */
  enum Kind {
    TROUBLE,
    PRAISE,
    NEWS;

    static Kind of(Intent intent) {
      return switch (intent) {
        case COMPLAINT, QUESTION, OTHER -> TROUBLE;
        case PRAISE -> PRAISE;
        case NEWS, SPAM, JOB -> NEWS;
      };
    }
  }

  static Matter of(Ticket ticket, MentionLog.Logged post) {
    TopicId topic = ticket.topic();
    if (topic == null) {
      topic = post.reading().topics().stream().map(TopicScore::topic).findFirst().orElse(null);
    }
    return new Matter(topic, ticket.terms().channel(), Kind.of(post.reading().intent()));
  }

  /** What people call the matter of this text form. */
  static String name(String matter, RuleBook book, Phrases phrases) {
    String where = matter.substring(0, matter.lastIndexOf('/'));
    if (where.startsWith(IN)) return phrases.say("matter.channel", where.substring(IN.length()));
    Optional<String> name =
        book.topic(new TopicId(where)).map(topic -> topic.name(phrases.locale()));
    return name.orElse(where);
  }

  @Override
  public String toString() {
    String where = topic == null ? IN + channel : topic.id();
    return where.substring(0, Math.min(where.length(), MOST))
        + "/"
        + kind.name().toLowerCase(Locale.ROOT);
  }
}
