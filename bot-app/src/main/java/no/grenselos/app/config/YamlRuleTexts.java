package no.grenselos.app.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.app.config.text.Compared;
import no.grenselos.app.config.text.Merged;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.revise.Checked;
import no.grenselos.revise.Difference;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RouteCase;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;

/**
 * The rule book in the YAML of config/. Safe for many threads. Remembers the books it checked last,
 * so that what was tried before it is kept need not be read again meanwhile.
 */
public final class YamlRuleTexts implements RuleTexts {
  private static final int REMEMBERED = 4;

  private final Known known;
  private final List<Function<RuleBook, List<ConfigProblem>>> advice;
  private final Cache<Source, Checked> checked =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** A file of a thousand routes takes a tenth of a second, and a form asks for it ten times. */
  private final Cache<Part, List<Node.Mapping>> entries =
      Caffeine.newBuilder().maximumSize(2L * REMEMBERED).build();

  /** A section of a file that says this. */
  private record Part(String text, Section section) {}

  /**
   * @param advice looks at a book that can be used, for warnings
   */
  public YamlRuleTexts(Known known, List<Function<RuleBook, List<ConfigProblem>>> advice) {
    this.known = known;
    this.advice = List.copyOf(advice);
  }

  @Override
  public Checked check(Source source) {
    boolean fromConfig = source.by().equals(RuleBookFiles.BY);
    Source asRead =
        new Source(
            source.revision(), Instant.EPOCH, fromConfig ? source.by() : "", "", source.files());
    return checked.get(asRead, this::read);
  }

  private Checked read(Source source) {
    Configuration read = RuleBookFiles.configuration(source, known);
    List<ConfigProblem> problems = read.found();
    if (!problems.isEmpty()) return new Checked(Optional.empty(), problems, List.of());
    List<ConfigProblem> warnings = new ArrayList<>(read.warnings());
    advice.forEach(one -> warnings.addAll(one.apply(read.book())));
    return new Checked(Optional.of(read.book()), List.of(), warnings);
  }

  @Override
  public List<ConfigProblem> look(RuleBook book, Section section, int place, Node.Mapping entry) {
    return OneEntry.problems(book, section, place, entry);
  }

  @Override
  public List<Node.Mapping> entries(Map<String, String> files, Section section) {
    Optional<Listed> listed = Listed.of(section);
    if (listed.isEmpty()) return new Edited(files).entries(section);
    String text = files.getOrDefault(listed.get().file(), "");
    return entries.get(
        new Part(text, section), part -> List.copyOf(new Edited(files).entries(section)));
  }

  @Override
  public List<RouteCase> cases(Map<String, String> files) {
    if (!files.containsKey(ConfigFiles.CASES)) return List.of();
    ConfigFiles all = new ConfigFiles("config", files);
    Problems problems = new Problems("config");
    ZoneId zone = MainFile.read(all, known, new Problems("config")).house().zone();
    List<RouteCase> cases = RouteCases.read(all, zone, problems);
    return problems.found().isEmpty() ? cases : List.of();
  }

  @Override
  public Map<String, String> edited(Map<String, String> files, Edit edit) {
    return edited(files, List.of(edit));
  }

  @Override
  public Map<String, String> edited(Map<String, String> files, List<Edit> edits) {
    return Map.copyOf(new Edited(files).by(edits));
  }

  @Override
  public List<Difference> differences(Map<String, String> before, Map<String, String> after) {
    return Compared.of(before, after);
  }

  @Override
  public Optional<Map<String, String>> merged(
      Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
    return Merged.of(base, mine, theirs).filter(merged -> Meaning.kept(base, mine, theirs, merged));
  }
}
