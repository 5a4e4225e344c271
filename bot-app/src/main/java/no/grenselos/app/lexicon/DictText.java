package no.grenselos.app.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text dumps of dict.org servers: a line {@code headword /pronunciation/ <class>}, then
 * indented translations.
 */
final class DictText implements DictionaryReader {
  private static final Pattern KIND = Pattern.compile("<([^<>]*)>");
  private static final Pattern AFTER_WORD = Pattern.compile("\\s*[/\\[<({].*$");

  @Override
  public void read(BufferedReader file, Harvest harvest) throws IOException {
    String head = "";
    int place = 0;
    List<String> translations = new ArrayList<>();
    int number = 0;
    for (String line = file.readLine(); line != null; line = file.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("_____") || line.startsWith("#")) continue;
      if (Character.isWhitespace(line.charAt(0))) {
        if (head.isEmpty()) harvest.skip(number, "a translation without a word");
        else translations.add(line.strip());
        continue;
      }
      take(head, place, translations, harvest);
      head = line;
      place = number;
      translations.clear();
    }
    take(head, place, translations, harvest);
  }

  private static void take(String head, int line, List<String> translations, Harvest harvest) {
    // what a server says about the dictionary itself
    if (head.isEmpty() || head.startsWith("00-database") || head.startsWith("00database")) return;
    Matcher kind = KIND.matcher(head);
    String said = kind.find() ? kind.group(1) : "";
    String word = AFTER_WORD.matcher(head).replaceFirst("").split(",", 2)[0];
    harvest.take(line, word, said, translations);
  }
}
