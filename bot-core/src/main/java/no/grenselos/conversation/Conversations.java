package no.grenselos.conversation;

import no.grenselos.reading.Intent;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Asking;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Story;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Replies and quotes of a ticket's post join the ticket; copies of it count as its reach. Comes
 * after whatever takes in posts that only thank. What a rule drops or mutes, our own accounts'
 * posts among it, and spam join nothing.
 */
public final class Conversations implements Feature.Receives, Feature.Follows, Feature.Adds {
  private final Joining joining;
  private final Lateness lateness = new Lateness();

  public Conversations(Asking asking) {
    this.joining = new Joining(asking);
  }

  @Override
  public boolean received(Work work, MentionLog.Logged post) {
    if (OwnAnswers.received(work, post.mention())) return true;
    if (!concernsUs(post)) return false;
    boolean looked =
        lateness.received(work, post)
            || joining.received(work, post)
            || Copies.received(work, post);
    if (!looked) lateness.note(work, post.mention());
    return looked;
  }

  static boolean concernsUs(MentionLog.Logged post) {
    boolean dropped = post.decision() instanceof Decision.Drop drop && !drop.nobodys();
    return !post.erased() && !dropped && post.reading().intent() != Intent.SPAM;
  }

  @Override
  public void changed(Work work, @Nullable Ticket before, Ticket after) {
    if (before == null) lateness.opened(work, after);
  }

  @Override
  public void add(Look look, Story story, CardDraft card) {
    JoinedLines.add(look, story, card);
  }
}
