package no.grenselos.nudge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatUser;
import no.grenselos.expert.Expert;
import no.grenselos.lesson.Lesson;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Teaching;
import no.grenselos.work.TicketDeed;
import org.jspecify.annotations.Nullable;

/** What a topic's owner wants more of, and less of. */
final class Wishes {
  void more(TicketDeed deed, @Nullable TopicId chosen) {
    wish(deed, chosen, Lesson.Kind.MORE_LIKE_THIS, Lesson.Kind.LESS_LIKE_THIS)
        .ifPresent(topic -> deed.whisper("nudge", "whisper.more-like-this"));
  }

  void less(TicketDeed deed, @Nullable TopicId chosen) {
    wish(deed, chosen, Lesson.Kind.LESS_LIKE_THIS, Lesson.Kind.MORE_LIKE_THIS)
        .ifPresent(topic -> deed.whisper("nudge", "whisper.less-like-this"));
  }

  /** Both kinds: whichever was wished. */
  void takeBack(TicketDeed deed) {
    for (TopicId topic : owned(deed.work().book(), deed.event().who())) {
      deed.teaching()
          .on(topic)
          .takeBack(deed.who(), Lesson.Kind.MORE_LIKE_THIS, Lesson.Kind.LESS_LIKE_THIS);
    }
  }

  /** Returns the topic; empty when it was not theirs to say. */
  private static Optional<TopicId> wish(
      TicketDeed deed, @Nullable TopicId chosen, Lesson.Kind wished, Lesson.Kind opposite) {
    Set<TopicId> owned = owned(deed.work().book(), deed.event().who());
    TopicId meant = chosen != null ? chosen : obvious(owned, deed.ticket().topic());
    if (owned.isEmpty() || (meant != null && !owned.contains(meant))) {
      deed.whisper("nudge", "whisper.not-an-owner");
      return Optional.empty();
    }
    if (meant == null) {
      deed.whisper("nudge", "whisper.which-topic");
      return Optional.empty();
    }
    Teaching teaching = deed.teaching().on(meant);
    if (teaching.erased()) {
      deed.whisper("nudge", "closed.deleted");
      return Optional.empty();
    }
    teaching.takeBack(deed.who(), opposite);
    teaching.taught(wished, deed.who(), "");
    deed.note(wished == Lesson.Kind.MORE_LIKE_THIS ? "topic.more" : "topic.less", meant.id());
    return Optional.of(meant);
  }

  /**
   * Those the person must choose from, in the order of the rule book; empty when there is nothing
   * to ask, as they own none, or their only one is the post's.
   */
  static List<Topic> toChooseFrom(RuleBook book, ChatUser who, @Nullable TopicId posts) {
    Set<TopicId> owned = owned(book, who);
    boolean clear = owned.size() == 1 && posts != null && owned.contains(posts);
    if (owned.isEmpty() || clear) return List.of();
    return book.topics().stream().filter(topic -> owned.contains(topic.id())).toList();
  }

  private static Set<TopicId> owned(RuleBook book, ChatUser who) {
    return book.expert(who.handle()).map(Expert::topics).orElse(Set.of());
  }

  private static @Nullable TopicId obvious(Set<TopicId> owned, @Nullable TopicId posts) {
    if (posts != null && owned.contains(posts)) return posts;
    return owned.size() == 1 ? owned.iterator().next() : null;
  }
}
