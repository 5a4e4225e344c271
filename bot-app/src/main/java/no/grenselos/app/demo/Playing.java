package no.grenselos.app.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import no.grenselos.app.demo.DemoScript.Deed;
import no.grenselos.app.demo.DemoScript.Kind;

/** Plays the script outside, in order, at a pace. */
final class Playing {
  private final Outside outside;
  private final Duration between;
  private final Duration afterChange;

  /**
   * @param between two deeds
   * @param afterChange rest after an edit or delete: feeds look for those only when nothing new
   *     comes
   */
  Playing(Outside outside, Duration between, Duration afterChange) {
    this.outside = outside;
    this.between = between;
    this.afterChange = afterChange;
  }

  void play(List<Deed> deeds) throws IOException, InterruptedException {
    for (Deed deed : deeds) {
      outside.act(deed);
      boolean change = deed.kind() == Kind.EDIT || deed.kind() == Kind.DELETE;
      Thread.sleep(change ? afterChange : between);
    }
  }
}
