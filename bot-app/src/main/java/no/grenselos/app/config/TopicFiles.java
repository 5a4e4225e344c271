package no.grenselos.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;

/** Reads {@code topics/*.yml}, one topic a file. */
final class TopicFiles {
  /**
   * A topic's file.
   *
   * @param topic empty when the file cannot be used; its id still counts as known
   */
  record Placed(String id, Optional<Topic> topic, Settings settings) {}

  private TopicFiles() {}

  static List<Placed> read(ConfigFiles files, Problems problems) {
    List<Placed> topics = new ArrayList<>();
    Once ids = new Once();
    for (String name : files.texts().keySet()) {
      if (!name.startsWith(ConfigFiles.TOPICS)) continue;
      Settings settings = Yaml.read(files, name, problems);
      Optional<Topic> topic = topic(settings, files.shown(name), ids);
      settings.finish();
      topics.add(new Placed(settings.text("id", baseName(name)), topic, settings));
    }
    return topics;
  }

  private static Optional<Topic> topic(Settings settings, String file, Once ids) {
    Optional<String> id = Ids.read(settings, file, ids);
    Map<String, String> names = byLanguage(settings, "name");
    if (names.isEmpty()) settings.problem("name", "needs a name in at least one language");
    Map<String, String> descriptions = byLanguage(settings, "describe");
    List<String> keywords = settings.texts("keywords");
    List<String> phrases = settings.texts("phrases");
    List<String> examples = settings.texts("examples");
    List<String> not = settings.texts("not");
    if (keywords.isEmpty() && phrases.isEmpty() && examples.isEmpty()) {
      settings.problem("keywords", "needs keywords, phrases or examples, else no post is found");
    }
    return id.map(TopicId::new)
        .map(topic ->
            new Topic(
                topic,
                // nameless is a problem already; its routes need not be one too
                names.isEmpty() ? Map.of("en", topic.id()) : names,
                descriptions,
                keywords,
                phrases,
                examples,
                not));
  }

  private static String baseName(String name) {
    return name.substring(ConfigFiles.TOPICS.length(), name.lastIndexOf('.'));
  }

  private static Map<String, String> byLanguage(Settings settings, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    Settings languages = settings.part(key);
    for (String language : languages.keys()) {
      if (!language.matches("[a-z]{2,3}")) {
        languages.problem(language, "must be a language such as nb or en");
      }
      texts.put(language, languages.text(language));
    }
    texts.values().removeIf(String::isEmpty);
    return texts;
  }
}
