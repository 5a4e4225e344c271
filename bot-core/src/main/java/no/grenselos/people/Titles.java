package no.grenselos.people;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Settings;

/** Reads what somebody does: in the house's language, or as {@code {nb, en}}. */
final class Titles {
  private Titles() {}

  static Optional<Node> read(Settings row, Locale house) {
    Map<String, Node> titles = new LinkedHashMap<>();
    if (row.hasText("title")) {
      Wording.title(row, "title")
          .ifPresent(text -> titles.put(house.getLanguage(), RowReader.scalar(text)));
    } else {
      Settings part = row.part("title");
      for (String language : new String[] {"nb", "en"}) {
        Wording.title(part, language)
            .ifPresent(text -> titles.put(language, RowReader.scalar(text)));
      }
      part.finish();
    }
    return titles.isEmpty() ? Optional.empty() : Optional.of(new Node.Mapping(titles, 0));
  }
}
