package no.grenselos.thanks;

import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Erasure;
import no.grenselos.work.Feature;
import no.grenselos.work.Showing;
import no.grenselos.work.Story;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what came of an answer: once, in the card where it was given, and in a letter a week.
 * Takes posts in that only say thanks, so it comes before whatever opens cases again.
 */
public final class Thanking
    implements Feature.Receives,
        Feature.Likes,
        Feature.Adds,
        Feature.Follows,
        Feature.Quotes,
        Feature.Shows,
        Feature.Wakes {
  @Override
  public boolean received(Work work, MentionLog.Logged post) {
    return Backs.received(work, post);
  }

  @Override
  public void liked(Work work, MentionEvent.Liked like) {
    Backs.liked(work, like);
  }

  @Override
  public void add(Look look, Story story, CardDraft card) {
    BackLines.add(look, story, card);
  }

  @Override
  public void changed(Work work, @Nullable Ticket before, Ticket after) {
    if (before != null) Backs.follow(work, before, after);
    Letters.follow(work, after, before == null);
  }

  /** What the author said to an answer stands with the answer, and in letters. */
  @Override
  public void erased(Work work, Erasure.Gone gone) {
    Backs.inThread(work.books(), gone.post().mention())
        .forEach(answer -> work.refresh(answer.ticket()));
    Letters.erased(work, gone);
  }

  @Override
  public Set<String> things() {
    return Set.of(Letters.KIND);
  }

  /** Only in the messages of the person it is about. */
  @Override
  public Optional<Showing> show(Look look, Placement card) {
    if (!(card.subject() instanceof Subject.Thing thing)) return Optional.empty();
    return Letters.of(look.books(), thing.id())
        .flatMap(digest ->
            look.rules()
                .book()
                .expert(digest.expert())
                .map(expert ->
                    Showing.of(LetterCard.write(look.books(), expert, digest, card.locale()))));
  }

  @Override
  public Set<String> timers() {
    return Set.of(Letters.KIND);
  }

  @Override
  public void wake(Work work, Timers.Timer timer) {
    Letters.wake(work, timer);
  }
}
