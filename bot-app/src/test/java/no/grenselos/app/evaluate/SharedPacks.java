package no.grenselos.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes packs for {@code grenselos evaluate} of the shared data, where it does not hold them as
 * such. Needs nothing but a JDK: {@code java .../SharedPacks.java ../shared/data target/packs}, see
 * docs/accuracy.md. Rows are passed on as lines, with keys renamed; more keys do no harm.
 */
final class SharedPacks {
  private static final int SEEDS = 5;
  private static final double TRAIN = 0.7;
  private static final Pattern OURS = Pattern.compile("\"lang\": ?\"(no|nb|nn|da|sv|en|de)\"");

  // a text of seven words or more: its beginning, its first six words; escapes hold no blanks
  private static final Pattern TEXT =
      Pattern.compile(
          "(\"text\": ?\"(?:[^\"\\\\ ]|\\\\.)+(?: (?:[^\"\\\\ ]|\\\\.)+){5})"
              + " (?:[^\"\\\\]|\\\\.)*\"");

  private final Path data;
  private final Path packs;

  /**
   * @param data the shared folder
   * @param packs where to write, one folder a pack
   */
  SharedPacks(Path data, Path packs) {
    this.data = data;
    this.packs = packs;
  }

  public static void main(String[] args) throws IOException {
    SharedPacks packs = new SharedPacks(Path.of(args[0]), Path.of(args[1]));
    for (int seed = 0; seed < SEEDS; seed++) {
      packs.bankingTenShots(seed);
      packs.massive("en", "nb", seed);
      packs.massive("nb", "nb", seed);
    }
    packs.sib("en", "nb");
    packs.sib("en", "nn");
    packs.sib("nb", "nb");
    packs.languages();
    packs.sixWords();
  }

  /** BANKING77 with one of the five published draws of ten rows a topic. */
  Path bankingTenShots(int seed) throws IOException {
    List<String> train = lines("banking77_10shot/train_seed" + seed + ".jsonl");
    return write("banking77-10shot-" + seed, train, lines("banking77_10shot/test.jsonl"));
  }

  /** MASSIVE, shuffled, the first 70 % to learn from, the rest as test. */
  Path massive(String from, String to, int seed) throws IOException {
    List<String> all = new ArrayList<>(lines("topics_nb_massive/all.jsonl"));
    Collections.shuffle(all, new Random(seed));
    int cut = (int) (all.size() * TRAIN);
    List<String> train = all.subList(0, cut).stream().map(line -> topic(line, from)).toList();
    List<String> test = all.subList(cut, all.size()).stream().map(line -> topic(line, to)).toList();
    return write("massive-" + from + "-" + to + "-" + seed, train, test);
  }

  private static String topic(String line, String language) {
    return line.replace("\"text_" + language + "\":", "\"text\":")
        .replace("\"intent\":", "\"topic\":");
  }

  /** SIB-200 by its own split: train to learn from, dev as test. */
  Path sib(String from, String to) throws IOException {
    Predicate<String> train = line -> line.contains("\"split\": \"train\"");
    return write(
        "sib200-" + from + "-" + to,
        lines("topics_sib200/" + from + ".jsonl").stream().filter(train).toList(),
        lines("topics_sib200/" + to + ".jsonl").stream().filter(train.negate()).toList());
  }

  /** Sentences in the languages that are told apart. */
  Path languages() throws IOException {
    return write("language-sentences", List.of(), sentences());
  }

  /** The first six words of each. */
  Path sixWords() throws IOException {
    List<String> cut =
        sentences().stream().map(line -> TEXT.matcher(line).replaceFirst("$1\"")).toList();
    return write("language-six-words", List.of(), cut);
  }

  private List<String> sentences() throws IOException {
    return lines("language/sentences.jsonl").stream()
        .filter(line -> OURS.matcher(line).find())
        .toList();
  }

  /** One that is a pack as it stands, with each so-manieth row of its test only. */
  Path every(int step, String pack) throws IOException {
    Path folder = Files.createDirectories(packs.resolve(pack));
    for (String name : List.of("train.jsonl", "valid.jsonl", "scenario.json")) {
      Path file = data.resolve(pack).resolve(name);
      if (!Files.exists(file)) continue;
      Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.write(folder.resolve("test.jsonl"), every(step, lines(pack + "/test.jsonl")));
    return folder;
  }

  static List<String> every(int step, List<String> lines) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += step) some.add(lines.get(i));
    return some;
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(data.resolve(file));
  }

  private Path write(String name, List<String> train, List<String> test) throws IOException {
    Path folder = Files.createDirectories(packs.resolve(name));
    if (!train.isEmpty()) Files.write(folder.resolve("train.jsonl"), train);
    Files.write(folder.resolve("test.jsonl"), test);
    return folder;
  }
}
