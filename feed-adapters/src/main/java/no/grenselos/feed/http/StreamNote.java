package no.grenselos.feed.http;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;

/** What is said about a stream itself, beside its posts. */
final class StreamNote {
  private StreamNote() {}

  /** The page with the note; what is no page speaks for itself. */
  static Fetch on(Fetch fetch, String note) {
    if (!(fetch instanceof Fetch.Page page)) return fetch;
    List<Skipped> skipped = new ArrayList<>(page.skipped());
    skipped.add(new Skipped("stream", note));
    return new Fetch.Page(page.events(), page.next(), page.more(), skipped);
  }

  static String reason(Fetch fetch) {
    return switch (fetch) {
      case Fetch.Wait wait -> wait.reason();
      case Fetch.Failed failed -> failed.reason();
      case Fetch.Refused refused -> refused.reason() + "; " + refused.whatToDo();
      case Fetch.Page page -> "";
    };
  }
}
