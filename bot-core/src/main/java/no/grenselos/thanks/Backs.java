package no.grenselos.thanks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Thanks;
import no.grenselos.store.Thanks.Answered;
import no.grenselos.store.Thanks.Back;
import no.grenselos.store.Thanks.Kind;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Keeps which answers are out, and what comes back for them. */
final class Backs {
  /** Networks' clocks and ours may differ by so much. */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  private Backs() {}

  /** A ticket changed: an answer is out, or was not one after all. */
  static void follow(Work work, Ticket before, Ticket after) {
    Thanks thanks = work.books().thanks();
    if (after.state() instanceof TicketState.Answered now) {
      boolean same = before.state() instanceof TicketState.Answered was && was.by().is(now.by());
      Optional<MentionLog.Logged> post = work.books().mentions().find(after.mention());
      if (!same && post.isPresent()) {
        String thread = thread(post.get().mention());
        thanks.answered(new Answered(after.id(), now.by(), now.at(), thread));
      }
    } else if (before.state() instanceof TicketState.Answered was
        && was.link() == null
        && after.state() instanceof TicketState.Claimed now
        && now.by().is(was.by())
        && thanks.backs(after.id()).isEmpty()) {
      thanks.takeBack(after.id());
    }
  }

  private static String thread(Mention mention) {
    String thread = mention.network() + ":" + mention.conversation();
    return thread.substring(0, Math.min(thread.length(), 500));
  }

  /** Takes a post in that only thanks for an answer; one that asks on is noted, and left. */
  static boolean received(Work work, MentionLog.Logged post) {
    Optional<Answered> answer = answer(work.books(), post.mention());
    if (answer.isEmpty()) return false;
    boolean grateful = Grateful.is(post.mention(), post.reading());
    if (!grateful && !Grateful.asks(post.mention(), post.reading())) return false;
    Kind kind = grateful ? Kind.THANKS : Kind.QUESTION;
    String cause = cut(post.mention().id().toString());
    came(work, new Back(answer.get().ticket(), kind, cause, post.mention().id(), work.now()));
    return grateful;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 200));
  }

  static void liked(Work work, MentionEvent.Liked like) {
    work.books()
        .thanks()
        .ofPost(like.id())
        .ifPresent(answer -> {
          boolean author = like.by().equals(author(work.books(), answer).handle());
          Kind kind = author ? Kind.AUTHOR_LIKES : Kind.OTHERS_LIKE;
          came(work, new Back(answer.ticket(), kind, like.who(), null, work.now()));
        });
  }

  /** The cards say it: whoever looks finds it, and nobody is called. */
  private static void came(Work work, Back back) {
    if (!work.books().thanks().came(back)) return;
    work.note(Work.GRENSELOS, "answer.came-back", back.ticket(), back.kind().toString());
    work.refresh(back.ticket());
  }

  /** The answer that it speaks to, and those in its thread. */
  static List<Answered> inThread(Books books, Mention mention) {
    @Nullable MentionId to = mention.inReplyTo();
    Stream<Answered> direct = Optional.ofNullable(to).flatMap(books.thanks()::ofPost).stream();
    List<Answered> around = books.thanks().inConversation(thread(mention));
    return Stream.concat(direct, around.stream()).distinct().toList();
  }

  /** The answer to which its own author says something in the same thread. */
  private static Optional<Answered> answer(Books books, Mention mention) {
    if (mention.author().handle().isEmpty()) return Optional.empty();
    Instant latest = mention.publishedAt().plus(CLOCKS);
    return inThread(books, mention).stream()
        .filter(answer -> !answer.at().isAfter(latest))
        .filter(answer -> author(books, answer).handle().equals(mention.author().handle()))
        .findFirst();
  }

  private static Author author(Books books, Answered answer) {
    return books
        .tickets()
        .find(answer.ticket())
        .flatMap(ticket -> books.mentions().find(ticket.mention()))
        .map(post -> post.mention().author())
        .orElse(Author.UNKNOWN);
  }
}
