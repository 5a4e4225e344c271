package no.grenselos.app.web.console.rules;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.grenselos.store.RuleBooks.Source;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * A draft as the editor's form carries it: what differs from its base, and no more. So nothing is
 * kept for it here, and nothing is lost with a session.
 *
 * @param base the revision it changes
 * @param open texts that are in the form, by file
 * @param gone files that it takes away
 * @param days to try it on
 */
record TextForm(
    int base, SequencedMap<String, String> open, Set<String> gone, String why, int days) {
  static final String ROUTES = "routes.yml";
  static final Set<Integer> SPANS = Set.of(7, 30, 90);

  private static final int USUAL = 30;
  private static final Pattern NAME =
      Pattern.compile(
          "(grenselos|experts|routes|routes-test)\\.yml|topics/[a-z0-9][a-z0-9_-]*\\.yml");
  private static final int MOST_FILES = 300;
  private static final int LONGEST_WHY = 500;

  TextForm {
    gone = Set.copyOf(gone);
  }

  /** With nothing changed and nothing open. */
  static TextForm of(Source base, String why) {
    return new TextForm(base.revision(), new LinkedHashMap<>(), Set.of(), why, USUAL);
  }

  static TextForm of(MultiValueMap<String, String> form) {
    List<String> names = form.getOrDefault("file", List.of());
    List<String> texts = form.getOrDefault("text", List.of());
    if (names.size() != texts.size() || names.size() > MOST_FILES) throw bad();
    SequencedMap<String, String> open = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      open.put(named(names.get(i)), texts.get(i).replace("\r\n", "\n"));
    }
    Set<String> gone = new LinkedHashSet<>();
    form.getOrDefault("gone", List.of()).forEach(name -> gone.add(named(name)));
    String why = text(form, "why").strip();
    int days = text(form, "days").isEmpty() ? USUAL : number(text(form, "days"));
    return new TextForm(
        number(text(form, "base")),
        open,
        gone,
        why.substring(0, Math.min(why.length(), LONGEST_WHY)),
        SPANS.contains(days) ? days : USUAL);
  }

  /** A name that a file of the rule book can have. */
  static String named(String name) {
    if (!NAME.matcher(name).matches()) throw bad();
    return name;
  }

  static boolean fits(String name) {
    return NAME.matcher(name).matches();
  }

  /** The draft's files, all of them. */
  Map<String, String> files(Map<String, String> base) {
    Map<String, String> files = new TreeMap<>(base);
    files.keySet().removeAll(gone);
    files.putAll(open);
    return files;
  }

  /** The same draft at another base: what differs from it, and what was open, is in the form. */
  TextForm at(Source other, Map<String, String> files) {
    Map<String, String> before = other.files();
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    new TreeMap<>(files)
        .forEach((name, text) -> {
          if (open.containsKey(name) || !text.equals(before.get(name))) texts.put(name, text);
        });
    Set<String> taken = new LinkedHashSet<>(before.keySet());
    taken.removeAll(files.keySet());
    return new TextForm(other.revision(), texts, taken, why, days);
  }

  /** With one more file to look at. */
  TextForm with(String name, String text) {
    SequencedMap<String, String> more = new LinkedHashMap<>(open);
    more.putIfAbsent(name, text);
    Set<String> others = new LinkedHashSet<>(gone);
    others.remove(name);
    return new TextForm(base, more, others, why, days);
  }

  /** Without that file. */
  TextForm without(String name) {
    SequencedMap<String, String> fewer = new LinkedHashMap<>(open);
    fewer.remove(name);
    Set<String> more = new LinkedHashSet<>(gone);
    more.add(name);
    return new TextForm(base, fewer, more, why, days);
  }

  long length() {
    return open.values().stream().mapToLong(String::length).sum();
  }

  private static String text(MultiValueMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).orElse("");
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw bad();
    }
  }

  private static ResponseStatusException bad() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }
}
