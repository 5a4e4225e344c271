package no.grenselos.app.lexicon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Entries of the English Wiktionary as Wiktextract writes them, a JSON object a line. Takes those
 * of bokmål, nynorsk and Norwegian; a sense that only names a form of another word is left out.
 */
final class Wiktextract implements DictionaryReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NORWEGIAN = Set.of("nb", "nn", "no");

  @Override
  public void read(BufferedReader file, Harvest harvest) throws IOException {
    int number = 0;
    for (String line = file.readLine(); line != null; line = file.readLine()) {
      number++;
      if (line.isBlank()) continue;
      try {
        take(number, JSON.readTree(line), harvest);
      } catch (JsonProcessingException e) {
        harvest.skip(number, "not JSON");
      }
    }
  }

  private static void take(int number, JsonNode entry, Harvest harvest) {
    if (!NORWEGIAN.contains(entry.path("lang_code").asText())) {
      harvest.skip(number, "not Norwegian");
      return;
    }
    List<String> glosses = new ArrayList<>();
    boolean forms = false;
    for (JsonNode sense : entry.path("senses")) {
      if (isForm(sense)) forms = true;
      else sense.path("glosses").forEach(gloss -> glosses.add(gloss.asText()));
    }
    if (glosses.isEmpty() && forms) harvest.skip(number, "a form of another word");
    else harvest.take(number, entry.path("word").asText(), entry.path("pos").asText(), glosses);
  }

  private static boolean isForm(JsonNode sense) {
    if (sense.has("form_of") || sense.has("alt_of")) return true;
    for (JsonNode tag : sense.path("tags")) if (tag.asText().equals("form-of")) return true;
    return false;
  }
}
