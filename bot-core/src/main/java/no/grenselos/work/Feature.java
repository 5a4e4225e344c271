package no.grenselos.work;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.MentionEvent;
import no.grenselos.route.Lane;
import no.grenselos.store.Books;
import no.grenselos.store.Erasures.Leftover;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * A part of the product with a package of its own. What it takes part in is said by which of these
 * it implements; the flows find it through {@link Features}. Safe for many threads.
 */
public interface Feature {

  /** Does what people do. */
  interface Acts extends Feature {
    /** The group of actions that is done here; no other feature's. */
    Class<? extends ChatAction> actions();

    /**
     * Does it, within one transaction; all that follows goes through the deed's work. Checks
     * whether this person may, and tells them when not.
     */
    void act(Deed deed);
  }

  /** Asks people for more than a press. */
  interface Asks extends Feature {
    Set<FormKind> forms();

    /**
     * The form as it is to be drawn, with the question's values where it has some; empty when there
     * is nothing to ask. Called again whenever a live field changes.
     */
    Optional<Form> form(Question question);

    /** What a form that was sent asks for, or what is wrong with it. */
    Submission read(Question question);
  }

  /** Writes cards. */
  interface Shows extends Feature {
    /** The roles of tickets' cards that are written here. */
    default Set<Placement.Role> roles() {
      return Set.of();
    }

    /** The kinds of other things whose cards are written here. */
    default Set<String> things() {
      return Set.of();
    }

    /** Empty when there is nothing to show (any more). Only reads. */
    Optional<Showing> show(Look look, Placement card);
  }

  /** Adds to a ticket's card that another feature writes. */
  interface Adds extends Feature {
    /** Only reads. */
    void add(Look look, Story story, CardDraft card);
  }

  /** Follows what becomes of tickets. */
  interface Follows extends Feature {
    /**
     * A ticket was opened or changed, within the same transaction.
     *
     * @param before null when it was opened just now
     */
    void changed(Work work, @Nullable Ticket before, Ticket after);
  }

  /** Looks after people whom a colleague named. */
  interface Meets extends Feature {
    /** Somebody says that this person knows the ticket's topic; they may never have heard of us. */
    void named(Work work, ChatUser person, Ticket ticket, Colleague by);
  }

  /** Does what a revision of the rules asks for at once. */
  interface Obeys extends Feature {
    /** A revision is in force that this process has not seen before; another one may have. */
    void obey(Work work);
  }

  /** Receives posts before a ticket is opened for them. */
  interface Receives extends Feature {
    /** Whether the post is looked after by this, so that it needs no ticket of its own. */
    boolean received(Work work, MentionLog.Logged post);
  }

  /** Keeps tickets back. */
  interface Holds extends Feature {
    /**
     * Whether nobody is to be told of it now. Whoever keeps a ticket back sees to it that it goes
     * on one day.
     *
     * @param lane what is about to happen: {@link Lane#EXPERT} an expert is asked, {@link
     *     Lane#CARE} it is shown in its queue
     */
    boolean holds(Work work, Ticket ticket, Lane lane);
  }

  /** Knows how answers begin. */
  interface Opens extends Feature {
    /** What an answer to the ticket's post begins with, in our own words; empty for nothing. */
    Optional<String> opening(Visit visit, Ticket ticket);
  }

  /** Shows posts on cards that are about something else than a ticket. */
  interface Quotes extends Feature {
    /** A post's words are gone; its tickets' cards are shown anew already. */
    void erased(Work work, Erasure.Gone gone);

    /**
     * What has these numbers was kept long enough and is gone; nothing to do unless it had cards.
     */
    default void swept(Work work, Leftover what, List<Long> numbers) {}
  }

  /** Is told when somebody outside likes a post. */
  interface Likes extends Feature {
    void liked(Work work, MentionEvent.Liked like);
  }

  /** Is woken at moments it set with {@link Timers}. */
  interface Wakes extends Feature {
    /** Kinds of its timers. */
    Set<String> timers();

    /** The moment came; the timer is gone, and comes back only when set again. */
    void wake(Work work, Timers.Timer timer);
  }

  /** Has something in everybody's home. */
  interface AtHome extends Feature {
    /** Only reads. */
    void add(Visit visit, PageDraft home);
  }

  /** Answers what people say to the bot. */
  interface Answers extends Feature {
    /** First words it answers, in lower case, all languages. */
    Set<String> verbs();

    /**
     * @param rest what follows the verb
     */
    Said answer(Visit visit, String verb, String rest);
  }

  /** Understands more than first words. */
  interface Hears extends Feature {
    /**
     * What is answered to words that begin with no verb; empty when they mean nothing to it.
     *
     * @param words as they were said
     */
    Optional<Said> hear(Visit visit, String words);
  }

  /** Knows some addresses. */
  interface Knows extends Feature {
    Optional<Card> about(Visit visit, URI address);
  }

  /**
   * The books as read at one moment.
   *
   * @param viewer for whom alone the card is drawn; null for everybody in its place
   */
  record Look(
      Books books, Rules rules, Features features, Instant now, @Nullable ChatUser viewer) {}
}
