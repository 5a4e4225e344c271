package no.grenselos.command;

import java.util.List;
import no.grenselos.work.Asking;
import no.grenselos.work.Feature;

/** The features of this package. */
public final class Commands {
  private Commands() {}

  /**
   * All but the {@link Guide}.
   *
   * @param asking asks the next expert where somebody has left
   */
  public static List<Feature> all(Asking asking) {
    return List.of(
        new WhoKnows(),
        new TopicList(),
        new FeedList(),
        new Inquiring(),
        new Previews(),
        new HouseWatch(asking));
  }
}
