package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Json;

/** Reads one recorded answer, or one on each line, as recording tools write them. */
final class XRecording {
  private static final PostReader READER = new PostReader("", false);

  private XRecording() {}

  static Fetch replay(byte[] file) {
    Optional<JsonNode> whole = wholeFile(file);
    List<XPage> pages = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    if (whole.isPresent()) {
      XPage.of(whole.get()).ifPresentOrElse(pages::add, () -> broken.add("file"));
    } else {
      eachLine(new String(file, StandardCharsets.UTF_8), pages, broken);
    }
    if (pages.isEmpty()) return new Fetch.Failed("the file holds no answer of X's API v2");
    Fetch.Page read = XFeed.gathered(pages, READER, Cursor.START, false);
    List<Skipped> skipped = new ArrayList<>(read.skipped());
    broken.forEach(line -> skipped.add(new Skipped(line, "is no whole answer of the API")));
    return new Fetch.Page(read.events(), read.next(), false, skipped);
  }

  /** A file of lines is not one document, though a parser may stop happily after its first. */
  private static Optional<JsonNode> wholeFile(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8).strip();
    int end = text.indexOf('\n');
    boolean oneDocument = end < 0 || Json.parse(text.substring(0, end)).isEmpty();
    return oneDocument ? Json.parse(file) : Optional.empty();
  }

  private static void eachLine(String text, List<XPage> pages, List<String> broken) {
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank()) continue;
      String name = "line " + number;
      Json.parse(line).flatMap(XPage::of).ifPresentOrElse(pages::add, () -> broken.add(name));
    }
  }
}
