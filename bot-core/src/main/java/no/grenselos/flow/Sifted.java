package no.grenselos.flow;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Decision;
import no.grenselos.store.Inbox;
import no.grenselos.work.Rules;
import no.grenselos.work.TopicSearch;
import no.grenselos.work.Workroom;

/** A post that waited, as it was read and decided on. */
record Sifted(
    Inbox.Entry<MentionEvent> entry, Mention mention, Reading reading, Decision decision) {
  /** A post that is being read, without its topics so far; dropped where they do not matter. */
  private record Begun(
      Inbox.Entry<MentionEvent> entry,
      Mention mention,
      Reader.TakenUp post,
      Reading reading,
      Optional<Decision> dropped) {
    boolean hangsOnTopics() {
      return dropped.isEmpty();
    }
  }

  private record Found(Begun begun, List<TopicScore> topics) {
    Sifted whole(Rules rules) {
      Mention mention = begun.mention();
      Reading whole =
          begun.hangsOnTopics() ? begun.post().whole(begun.reading(), topics) : begun.reading();
      Decision decision = begun.dropped().orElseGet(() -> rules.router().decide(mention, whole));
      return new Sifted(begun.entry(), mention, whole, decision);
    }
  }

  private record TakenUp(Inbox.Entry<MentionEvent> entry, Mention mention, Reader.TakenUp post) {
    Begun begun(Rules rules, TopicSearch search) {
      Reading reading = post.withoutTopics();
      Optional<Decision> dropped =
          search == TopicSearch.WHERE_NEEDED
              ? rules.router().droppedAnyway(mention, reading)
              : Optional.empty();
      return new Begun(entry, mention, post, reading, dropped);
    }
  }

  /**
   * All posts among these in their order, read side by side on all cores; what else there is, is
   * left out.
   */
  static List<Sifted> all(List<Inbox.Entry<MentionEvent>> entries, Workroom room) {
    Rules rules = room.rules();
    TopicSearch search = room.equipment().topicSearch();
    // one after the other: a copy is known by what came before
    List<TakenUp> taken =
        entries.stream()
            .flatMap(
                entry -> mention(entry.event()).stream().map(post -> takenUp(entry, post, rules)))
            .toList();
    List<Begun> begun = taken.parallelStream().map(one -> one.begun(rules, search)).toList();
    List<String> asked =
        begun.stream().filter(Begun::hangsOnTopics).map(one -> one.post().about()).toList();
    Iterator<List<TopicScore>> found = rules.reader().topics(asked).iterator();
    List<Found> all =
        begun.stream()
            .map(one -> new Found(one, one.hangsOnTopics() ? found.next() : List.of()))
            .toList();
    return all.parallelStream().map(one -> one.whole(rules)).toList();
  }

  private static TakenUp takenUp(Inbox.Entry<MentionEvent> entry, Mention post, Rules rules) {
    return new TakenUp(entry, post, rules.reader().takeUp(post));
  }

  private static Optional<Mention> mention(MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted -> Optional.of(posted.mention());
      case MentionEvent.Edited edited -> Optional.of(edited.mention());
      case MentionEvent.Liked liked -> Optional.empty();
      case MentionEvent.Deleted deleted -> Optional.empty();
    };
  }

  /** Whether nobody is asked: the post is kept, and mostly that is all. */
  boolean dropped() {
    return decision instanceof Decision.Drop;
  }

  /** The post, and those it speaks to. */
  Stream<MentionId> concerned() {
    return Stream.concat(Stream.of(mention.id()), mention.speaksTo().stream());
  }
}
