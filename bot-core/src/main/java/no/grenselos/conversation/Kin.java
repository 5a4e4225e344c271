package no.grenselos.conversation;

import java.util.List;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Words;
import no.grenselos.route.Decision;
import no.grenselos.route.Lane;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * The ticket that a post belongs to.
 *
 * @param ticket the one that goes on, where two were put together
 * @param author whether the author of the ticket's post writes again
 */
record Kin(Ticket ticket, boolean author) {
  /** Steps up through our own accounts' posts; nobody answers themselves more often than that. */
  private static final int STEPS = 5;

  /** Shorter texts are alike by chance: two neighbours without power, each to be answered. */
  private static final int TELLING_WORDS = 12;

  /** As much as a copy may add: a "this!" or some hashtags. */
  private static final int OWN_CHARACTERS = 30;

  /**
   * Looks first for a ticket of the same author, by what the post answers or quotes, then by the
   * network's thread; then for somebody else's, by what it answers or quotes; then for the same
   * author's with the same words.
   */
  static Optional<Kin> find(Work work, MentionLog.Logged logged) {
    Mention post = logged.mention();
    List<Ticket> linked =
        post.speaksTo().stream().flatMap(parent -> of(work, parent).stream()).toList();
    return linked.stream()
        .filter(ticket -> wrote(work, ticket, post))
        .findFirst()
        .or(() -> inThread(work, post))
        .or(() -> linked.stream().findFirst())
        .or(() -> original(work, logged).filter(ticket -> wrote(work, ticket, post)))
        .filter(ticket -> !ticket.mention().equals(post.id()))
        .map(ticket -> new Kin(goesOn(work, ticket), wrote(work, ticket, post)));
  }

  /** The ticket of a post, of one that joined it, or of our answer. */
  static Optional<Ticket> of(Work work, MentionId post) {
    @Nullable MentionId next = post;
    for (int step = 0; next != null && step < STEPS; step++) {
      Optional<Ticket> ticket = directly(work, next);
      if (ticket.isPresent()) return ticket;
      next =
          work.books()
              .mentions()
              .find(next)
              .map(MentionLog.Logged::mention)
              .filter(one -> work.book().own(one.network(), one.author()))
              .map(Mention::inReplyTo)
              .orElse(null);
    }
    return Optional.empty();
  }

  private static Optional<Ticket> directly(Work work, MentionId post) {
    return work.books()
        .tickets()
        .of(post)
        .or(() -> work.books().care().followed(post).flatMap(work.books().tickets()::find))
        .or(() ->
            work.books()
                .thanks()
                .ofPost(post)
                .flatMap(answer -> work.books().tickets().find(answer.ticket())));
  }

  private static Optional<Ticket> inThread(Work work, Mention post) {
    return Courtesy.customer(post)
        .flatMap(customer ->
            work.books().careQueue().inConversation(customer, Courtesy.conversation(post)));
  }

  /** The ticket whose post this one is a copy of, with hardly a word of its own. */
  static Optional<Ticket> original(Work work, MentionLog.Logged post) {
    MentionId original = post.reading().copyOf();
    if (original == null || !telling(post.mention().text())) return Optional.empty();
    return work.books()
        .mentions()
        .find(original)
        .filter(known -> !known.erased())
        .map(known -> known.mention().text().length() + OWN_CHARACTERS)
        .filter(most -> post.mention().text().length() <= most)
        .flatMap(most -> directly(work, original));
  }

  private static boolean telling(String text) {
    return Words.of(Words.withoutLinksAndHandles(text)).size() >= TELLING_WORDS;
  }

  static boolean wrote(Work work, Ticket ticket, Mention post) {
    Optional<String> author =
        work.books()
            .mentions()
            .find(ticket.mention())
            .flatMap(known -> Courtesy.customer(known.mention()));
    return author.isPresent() && author.equals(Courtesy.customer(post));
  }

  static Ticket goesOn(Work work, Ticket ticket) {
    return work.books()
        .care()
        .mergedInto(ticket.id())
        .flatMap(work.books().tickets()::find)
        .orElse(ticket);
  }

  /**
   * Whether those who look after the ticket are those whom the rules want for the post: what is
   * customer service's must stand in a queue of theirs.
   */
  static boolean covers(Work work, Ticket ticket, Decision decision) {
    boolean care = decision instanceof Decision.Queue || decision instanceof Decision.Both;
    return !care
        || ticket.lane() != Lane.EXPERT
        || work.books().careQueue().channelOf(ticket.id()).isPresent();
  }
}
