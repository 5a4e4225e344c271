package no.grenselos.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;

/**
 * The texts of a configuration folder, unparsed.
 *
 * @param folder as shown in front of a problem's file, without a closing slash
 * @param texts by name within the folder, as {@code routes.yml} or {@code topics/solar.yml}
 */
public record ConfigFiles(String folder, Map<String, String> texts) {
  private static final long MAX_BYTES = 4_000_000;
  // 300,000 entries of a lexicon are some 10 MB
  private static final long MAX_WORD_BYTES = 32_000_000;

  static final String MAIN = "grenselos.yml";
  static final String EXPERTS = "experts.yml";
  static final String ROUTES = "routes.yml";
  static final String CASES = "routes-test.yml";
  static final String TOPICS = "topics/";

  /** Pasted into Slack by a person; not ours to read. */
  static final String MANIFEST = "slack-manifest.yml";

  /** The company's own words. */
  static final String GLOSSARY = "glossary.tsv";

  /** Folder of imported lexicons. */
  public static final String LEXICON = "lexicon/";

  /** How the name of a file of words ends. */
  public static final String WORDS = ".tsv";

  /** Says which revision the files were pulled from. */
  public static final String PULLED = ".revision";

  static final List<String> ALL = List.of(MAIN, EXPERTS, ROUTES, CASES, MANIFEST, GLOSSARY);

  public ConfigFiles {
    texts = new TreeMap<>(texts);
  }

  /**
   * Reads every {@code .yml} and {@code .tsv} file of the folder and its folders {@code topics} and
   * {@code lexicon}.
   *
   * @throws ConfigException when there is no such folder or a file cannot be read
   */
  public static ConfigFiles read(Path folder) {
    return read(folder, folder.toString());
  }

  /**
   * @param shown the folder as the admin named it
   * @throws ConfigException as {@link #read(Path)}
   */
  public static ConfigFiles read(Path folder, String shown) {
    if (!Files.isDirectory(folder)) {
      String text = "no such folder; name yours with --config";
      throw new ConfigException(List.of(new ConfigProblem(shown, 0, "", text)));
    }
    Map<String, String> texts = new TreeMap<>();
    try {
      readInto(texts, folder, "");
      for (String below : List.of(TOPICS, LEXICON)) {
        if (Files.isDirectory(folder.resolve(below))) readInto(texts, folder, below);
      }
    } catch (IOException | UncheckedIOException e) {
      String text = "cannot be read: " + e.getMessage();
      throw new ConfigException(List.of(new ConfigProblem(shown, 0, "", text)));
    }
    return new ConfigFiles(shown, texts);
  }

  /** The same files with one added or replaced. */
  public ConfigFiles with(String name, String text) {
    Map<String, String> changed = new TreeMap<>(texts);
    changed.put(name, text);
    return new ConfigFiles(folder, changed);
  }

  /** Those that make a revision of the rule book. Words are read anew by each node at its start. */
  public Map<String, String> ruleBook() {
    Map<String, String> rules = new TreeMap<>(texts);
    rules.keySet().remove(MANIFEST);
    rules.keySet().remove(PULLED);
    rules.keySet().removeIf(name -> name.endsWith(WORDS));
    return rules;
  }

  /** The revision that the files were pulled from or pushed as; 0 when nobody knows. */
  public int pulled() {
    String text = texts.getOrDefault(PULLED, "").strip();
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** The main file's name as the admin sees it. */
  public String main() {
    return shown(MAIN);
  }

  /** The name in front of a problem. */
  String shown(String name) {
    return folder + "/" + name;
  }

  private static void readInto(Map<String, String> texts, Path folder, String below)
      throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(below))) {
      for (Path file : files.sorted().toList()) {
        String name = below + file.getFileName();
        boolean words = name.endsWith(WORDS);
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        if (!words && !yaml && !name.equals(PULLED)) continue;
        long most = words ? MAX_WORD_BYTES : MAX_BYTES;
        if (Files.size(file) > most) {
          throw new IOException(name + " is larger than " + most / 1_000_000 + " MB");
        }
        texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
  }
}
