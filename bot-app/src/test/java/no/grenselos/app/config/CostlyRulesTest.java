package no.grenselos.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.revise.Checked;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A query that would cost too much is refused at once, with what to do. */
class CostlyRulesTest {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Of computing: what the machine does beside it does not count. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final RuleTexts texts = new YamlRuleTexts(Samples.KNOWN, List.of());

  @BeforeAll
  static void loadWhatReadsQueries() {
    RuleTexts warm = new YamlRuleTexts(Samples.KNOWN, List.of());
    Source good = new Source(1, Instant.EPOCH, "", "", Samples.base().ruleBook());
    assertThat(warm.check(good).book()).isPresent();
  }

  static Stream<Arguments> costly() {
    String many =
        IntStream.range(0, 100_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR "));
    String nested = "(".repeat(20_000) + "sol" + ")".repeat(20_000);
    String patterns =
        IntStream.range(0, 60).mapToObj(i -> "ord" + i + "*").collect(Collectors.joining(" OR "));
    return Stream.of(
        Arguments.of("text:*pumpe", "starts with a wildcard; give its first letters"),
        Arguments.of("text:?umpe", "starts with a wildcard; give its first letters"),
        Arguments.of("text:v*", "fits too many words; give its first two letters"),
        Arguments.of("text:/(a+)+b/", "regular expressions are not read"),
        Arguments.of("text:/.*.*.*.*x/", "regular expressions are not read"),
        Arguments.of("text:var*v*a*r*m*e*", "has at most 40 characters and 4 of these signs"),
        Arguments.of("text:" + "x".repeat(5_000) + "*", ""),
        Arguments.of("text:(" + many + ")", ""),
        Arguments.of(nested, ""),
        Arguments.of("text:(" + patterns + ")", "words with *, ? or ~; at most 50"),
        Arguments.of("text:\"a b\"~99999", "at most 20 words may stand between"),
        Arguments.of("NOT text:sol", "add what must be"),
        Arguments.of("text:((((sol)", ""));
  }

  @ParameterizedTest
  @MethodSource("costly")
  void isRefusedAtOnceWithWhatToDo(String query, String advice) {
    Map<String, Node> route = new LinkedHashMap<>();
    route.put("name", new Node.Scalar("costly", 0));
    route.put("when", new Node.Scalar(query, 0));
    route.put("lane", new Node.Scalar("care", 0));
    Map<String, String> files = new TreeMap<>(Samples.base().ruleBook());
    Edit put = new Edit.Put(Section.ROUTES, "", 99, new Node.Mapping(route, 0));

    long start = CPU.getCurrentThreadCpuTime();
    Checked checked = texts.check(new Source(1, Instant.EPOCH, "", "", texts.edited(files, put)));
    Duration took = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start);

    assertThat(took).isLessThan(AT_ONCE);
    assertThat(checked.book()).isEmpty();
    assertThat(checked.problems())
        .extracting(ConfigProblem::path, ConfigProblem::text)
        .anySatisfy(found -> {
          assertThat(found.toList().get(0)).isEqualTo("routes[2].when");
          assertThat(found.toList().get(1).toString()).contains(advice);
          assertThat(found.toList().get(1).toString()).hasSizeLessThan(1_000);
        });
  }
}
