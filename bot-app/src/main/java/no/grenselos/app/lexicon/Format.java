package no.grenselos.app.lexicon;

import java.util.List;
import java.util.Optional;

/** The kinds of dictionary files that can be imported. */
enum Format {
  DICT("a dict.org text", new DictText()),
  TEI("TEI XML", new TeiXml()),
  TABS("a table with tabs", new Table('\t')),
  COMMAS("a table with commas", new Table(',')),
  WIKTEXTRACT("Wiktextract JSON lines", new Wiktextract());

  private final String said;

  @SuppressWarnings("ImmutableEnumChecker") // the readers keep nothing
  private final DictionaryReader reader;

  Format(String said, DictionaryReader reader) {
    this.said = said;
    this.reader = reader;
  }

  String said() {
    return said;
  }

  DictionaryReader reader() {
    return reader;
  }

  /**
   * Tells a file by its beginning.
   *
   * @param lines the first hundred or so
   */
  static Optional<Format> of(List<String> lines) {
    List<String> said =
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    if (said.isEmpty()) return Optional.empty();
    char first = said.getFirst().strip().replace("\uFEFF", "").charAt(0);
    if (first == '<') return Optional.of(TEI);
    if (first == '{') return Optional.of(WIKTEXTRACT);
    long indented = said.stream().filter(line -> Character.isWhitespace(line.charAt(0))).count();
    if (indented * 4 >= said.size() && indented < said.size()) return Optional.of(DICT);
    if (half(said, "\t")) return Optional.of(TABS);
    return half(said, ",") ? Optional.of(COMMAS) : Optional.empty();
  }

  private static boolean half(List<String> lines, String separator) {
    return lines.stream().filter(line -> line.contains(separator)).count() * 2 >= lines.size();
  }
}
