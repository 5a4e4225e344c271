package no.grenselos.work;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Ranking;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Considered;
import no.grenselos.store.Considered.Looked;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** Keeps who was looked at when somebody was to be asked, so that anybody can see why later. */
final class Considering {
  private Considering() {}

  /**
   * @param asked who then was asked, and why; null for nobody
   */
  static void keep(
      Work work, TicketId ticket, TopicId topic, Ranking ranking, Candidacy.@Nullable Fit asked) {
    List<Looked> people = new ArrayList<>();
    ranking.fits().forEach(fit -> people.add(looked(fit)));
    ranking.leftOut().forEach(out -> people.add(looked(out)));
    int named = Math.min(people.size(), Considered.MOST_PEOPLE);
    work.books()
        .considered()
        .keep(
            ticket,
            new Considered.Round(
                work.now(),
                topic,
                asked == null ? null : asked.expert().id(),
                asked == null ? "" : asked.reason(),
                people.subList(0, named),
                people.size() - named));
  }

  private static Looked looked(Candidacy one) {
    return switch (one) {
      case Candidacy.Fit fit -> new Looked.Able(fit.expert().id(), fit.score(), fit.reason());
      case Candidacy.LeftOut out -> new Looked.LeftOut(out.expert().id(), out.reason(), out.from());
    };
  }
}
