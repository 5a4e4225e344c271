package no.grenselos.flow;

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
  Sifted(Inbox.Entry<MentionEvent> entry, Mention mention, Workroom room) {
    this(entry, mention, Read.of(mention, room));
  }

  private Sifted(Inbox.Entry<MentionEvent> entry, Mention mention, Read read) {
    this(entry, mention, read.reading(), read.decision());
  }

  private record Read(Reading reading, Decision decision) {
    static Read of(Mention mention, Workroom room) {
      Rules rules = room.rules();
      return of(mention, rules, rules.reader().takeUp(mention), room.equipment().topicSearch());
    }

    static Read of(Mention mention, Rules rules, Reader.TakenUp post, TopicSearch search) {
      Reading begun = post.withoutTopics();
      if (search == TopicSearch.WHERE_NEEDED) {
        Optional<Decision> dropped = rules.router().droppedAnyway(mention, begun);
        if (dropped.isPresent()) return new Read(begun, dropped.get());
      }
      Reading whole = post.whole(begun);
      return new Read(whole, rules.router().decide(mention, whole));
    }
  }

  /**
   * All posts among these, read side by side on all cores; what else there is, is left out. They
   * are taken up in their order.
   */
  static List<Sifted> all(List<Inbox.Entry<MentionEvent>> entries, Workroom room) {
    Rules rules = room.rules();
    TopicSearch search = room.equipment().topicSearch();
    record Begun(Inbox.Entry<MentionEvent> entry, Mention mention, Reader.TakenUp post) {}
    List<Begun> begun =
        entries.stream()
            .flatMap(entry ->
                mention(entry.event()).stream()
                    .map(post -> new Begun(entry, post, rules.reader().takeUp(post))))
            .toList();
    return IntStream.range(0, begun.size())
        .parallel()
        .mapToObj(begun::get)
        .map(one ->
            new Sifted(
                one.entry(), one.mention(), Read.of(one.mention(), rules, one.post(), search)))
        .toList();
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
