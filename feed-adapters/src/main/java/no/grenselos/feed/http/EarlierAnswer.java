package no.grenselos.feed.http;

import java.time.Duration;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Publication;

/** The answer that an earlier try may have published already, on networks that take no key. */
public final class EarlierAnswer {
  private EarlierAnswer() {}

  /**
   * What becomes of an answer when we could not look: it is not sent, or it might be there twice.
   *
   * @param settles how long it takes until a sent answer is shown for certain
   */
  public static Publication notLooked(Fetch fetch, Duration settles) {
    return switch (fetch) {
      case Fetch.Wait wait -> new Publication.Wait(wait.time(), wait.reason());
      case Fetch.Failed failed ->
          new Publication.Unsure(
              settles, "could not look for an earlier answer: " + failed.reason());
      case Fetch.Refused refused ->
          new Publication.Refused(refused.reason() + ". " + refused.whatToDo());
      case Fetch.Page page -> throw new IllegalStateException("a page is an answer");
    };
  }
}
