package no.grenselos.conversation;

import java.time.Duration;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.Mention;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Phrases;
import no.grenselos.work.Work;

/**
 * Tells whoever has a ticket that somebody wrote on. The post's words stand in the card only, from
 * where they go when it is deleted outside; a message that is said stays.
 */
final class Telling {
  /** A lively thread is no reason to interrupt somebody each minute: the card shows the rest. */
  private static final Duration OTHERS_EVERY = Duration.ofHours(1);

  private static final int NAME = 40;

  private Telling() {}

  /** The author wrote again. */
  static void again(Work work, Ticket ticket, Colleague owner, Mention post) {
    Mention first =
        work.books().mentions().find(ticket.mention()).map(MentionLog.Logged::mention).orElse(post);
    say(work, owner, post, "again.yours", first, ticket);
  }

  /** Somebody else waits for an answer there. */
  static void yours(Work work, Ticket ticket, Colleague owner, Mention post) {
    say(work, owner, post, "others.yours", post, ticket);
  }

  /** Somebody else wrote there: once an hour at most. */
  static void others(Work work, Ticket ticket, Colleague owner, Mention post) {
    long hour = work.now().getEpochSecond() / OTHERS_EVERY.toSeconds();
    if (!work.books().care().say(ticket.id(), "others:" + hour, work.now())) return;
    say(work, owner, post, "others.wrote", post, ticket);
  }

  private static void say(
      Work work, Colleague owner, Mention cause, String phrase, Mention shown, Ticket ticket) {
    work.book()
        .handleOf(owner)
        .ifPresent(to -> {
          Phrases phrases = Phrases.of("conversation", work.localeOf(new Place.Direct(to)));
          String author = shown.author().shownName();
          String name =
              author.isBlank() ? phrases.say("post.unknown-author") : Shortened.to(NAME, author);
          String text = phrases.say(phrase, name, ticket.id().toString(), shown.link().toString());
          work.whisper("returned:" + cause.id() + ":" + to, new ChatUser(to, ""), null, text);
        });
  }
}
