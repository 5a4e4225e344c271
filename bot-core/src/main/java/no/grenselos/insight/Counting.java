package no.grenselos.insight;

import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Decision;
import no.grenselos.route.Goal;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Statistics;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Feature;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Keeps count of posts and answers as they come. Comes after whatever keeps the answers. */
public final class Counting implements Feature.Follows {
  /** A post came, whatever becomes of it. */
  public static void came(Work work, MentionLog.Logged post) {
    Decision decision = post.decision();
    TopicId read = post.reading().topics().stream().map(TopicScore::topic).findFirst().orElse(null);
    Statistics.Part part = new Statistics.Part(goal(decision), decision.asked().orElse(read));
    work.books().statistics().came(post.mention().id(), part, post.receivedAt());
  }

  private static @Nullable Goal goal(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> ask.terms().goal();
      case Decision.Both both -> both.terms().goal();
      case Decision.Queue queue -> queue.terms().goal();
      case Decision.Hold hold -> null;
      case Decision.Drop drop -> null;
    };
  }

  @Override
  public void changed(Work work, @Nullable Ticket before, Ticket after) {
    Statistics statistics = work.books().statistics();
    if (before == null) {
      statistics.opened(after);
      return;
    }
    statistics.changed(after);
    if (after.state() instanceof TicketState.Answered answered) {
      boolean comms = Comms.has(work.book(), answered.by());
      statistics.answered(after.id(), answered.by().id(), comms, answered.at());
    } else if (before.state() instanceof TicketState.Answered
        && work.books().thanks().of(after.id()).isEmpty()) {
      statistics.takeBack(after.id());
    }
  }
}
