package no.grenselos.feed.x;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Recorded;

/** Reads one recorded answer, or one on each line, as recording tools write them. */
final class XRecording {
  private static final PostReader READER = new PostReader("", false);

  private XRecording() {}

  static Fetch replay(byte[] file) {
    return read(Recorded.of(file));
  }

  static Fetch lines(byte[] file) {
    return read(Recorded.ofLines(file));
  }

  private static Fetch read(Recorded recorded) {
    List<XPage> pages = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    recorded
        .parts()
        .forEach(part ->
            part.json()
                .flatMap(XPage::of)
                .ifPresentOrElse(pages::add, () -> broken.add(part.name())));
    if (pages.isEmpty()) return new Fetch.Failed("the file holds no answer of X's API v2");
    Fetch.Page read = XFeed.gathered(pages, READER, Cursor.START, false);
    List<Skipped> skipped = new ArrayList<>(read.skipped());
    broken.forEach(line -> skipped.add(new Skipped(line, "is no whole answer of the API")));
    return new Fetch.Page(read.events(), read.next(), false, skipped);
  }
}
