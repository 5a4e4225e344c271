package no.grenselos.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.config.ConfigException;
import no.grenselos.config.Problems;
import no.grenselos.reading.gloss.Entry;
import no.grenselos.reading.gloss.Lexicon;

/**
 * Words that this house adds to the lexicon: {@code glossary.tsv} and {@code lexicon/*.tsv}.
 *
 * @param glossary product names and house words; go before ours
 * @param imported by file and line; come after ours
 */
public record OwnWords(List<Entry> glossary, List<Entry> imported) {
  /** How many entries all files may have together: some 100 MB in memory. */
  public static final int MOST = 300_000;

  private static final int SHOWN_PROBLEMS = 20;

  public OwnWords {
    glossary = List.copyOf(glossary);
    imported = List.copyOf(imported);
  }

  /**
   * Only the words of a configuration, whatever else is wrong there.
   *
   * @throws ConfigException with every problem of these files
   */
  public static OwnWords of(ConfigFiles files) {
    Problems problems = new Problems(files.folder());
    OwnWords words = read(files, problems);
    problems.throwIfAny();
    return words;
  }

  static OwnWords read(ConfigFiles files, Problems problems) {
    List<Entry> glossary = new ArrayList<>();
    List<Entry> imported = new ArrayList<>();
    for (Map.Entry<String, String> file : files.texts().entrySet()) {
      String name = file.getKey();
      boolean ours = name.equals(ConfigFiles.GLOSSARY);
      if (!ours && !(name.startsWith(ConfigFiles.LEXICON) && name.endsWith(ConfigFiles.WORDS))) {
        continue;
      }
      int room = MOST - glossary.size() - imported.size();
      List<Entry> entries = entries(file.getValue(), room, problems.in(files.shown(name)));
      (ours ? glossary : imported).addAll(entries);
    }
    return new OwnWords(glossary, imported);
  }

  /** Ours with these around it. */
  public Lexicon lexicon() {
    return Lexicon.with(glossary, imported);
  }

  private static List<Entry> entries(String text, int room, Problems problems) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    List<String> lines = text.lines().toList();
    int wrong = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = i == 0 ? withoutByteOrderMark(lines.get(i)) : lines.get(i);
      if (line.isBlank() || line.startsWith("#")) continue;
      if (entries.size() == room) {
        problems.add(i + 1, "", "is one too many: at most " + MOST + " entries in all such files");
        return entries;
      }
      String problem = take(line, i + 1, entries, places);
      if (problem.isEmpty()) continue;
      if (++wrong <= SHOWN_PROBLEMS) problems.add(i + 1, "", problem);
    }
    if (wrong > SHOWN_PROBLEMS) {
      problems.add(0, "", "has " + (wrong - SHOWN_PROBLEMS) + " more lines that cannot be read");
    }
    return entries;
  }

  /** What is wrong with the line; empty when it was taken. */
  private static String take(
      String line, int number, List<Entry> entries, Map<String, Integer> places) {
    if (line.indexOf('\uFFFD') >= 0) return "is not UTF-8";
    try {
      Entry entry = Entry.parse(line);
      Integer first = places.putIfAbsent(entry.headword() + "\t" + entry.kind(), number);
      if (first != null) {
        return "\"" + entry.headword() + "\" stands already on line " + first;
      }
      entries.add(entry);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
