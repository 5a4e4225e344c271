package no.grenselos.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.route.Decision;
import no.grenselos.store.Inbox;
import no.grenselos.work.Rules;
import no.grenselos.work.TopicSearch;
import no.grenselos.work.Workroom;

/** A post that waited, as it was read and decided on. */
record Sifted(
    Inbox.Entry<MentionEvent> entry, Mention mention, Reading reading, Decision decision) {
  /** So many are read for their topics together: a good number for an encoder. */
  private static final int TOGETHER = 8;

  /** A post that is being read, without its topics so far; dropped where they do not matter. */
  private record Begun(
      Inbox.Entry<MentionEvent> entry,
      Mention mention,
      Reader.TakenUp post,
      Reading reading,
      Optional<Decision> dropped) {
    Sifted whole(Rules rules) {
      if (dropped.isPresent()) return new Sifted(entry, mention, reading, dropped.get());
      Reading whole = post.whole(reading);
      return new Sifted(entry, mention, whole, rules.router().decide(mention, whole));
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
    List<Begun> begun =
        IntStream.range(0, taken.size())
            .parallel()
            .mapToObj(i -> taken.get(i).begun(rules, search))
            .toList();
    return IntStream.rangeClosed(0, (begun.size() - 1) / TOGETHER)
        .parallel()
        .mapToObj(i -> begun.subList(i * TOGETHER, Math.min(begun.size(), (i + 1) * TOGETHER)))
        .flatMap(some -> whole(some, rules).stream())
        .toList();
  }

  private static TakenUp takenUp(Inbox.Entry<MentionEvent> entry, Mention post, Rules rules) {
    return new TakenUp(entry, post, rules.reader().takeUp(post));
  }

  private static List<Sifted> whole(List<Begun> begun, Rules rules) {
    List<Mention> asked =
        begun.stream().filter(one -> one.dropped().isEmpty()).map(Begun::mention).toList();
    if (!asked.isEmpty()) rules.reader().prepare(asked);
    List<Sifted> whole = new ArrayList<>();
    for (Begun one : begun) whole.add(one.whole(rules));
    return whole;
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
