package no.grenselos.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One entry by itself has the problems that it has among all others. */
class OneEntryTest {
  private final RuleTexts texts = new YamlRuleTexts(Samples.KNOWN, List.of());
  private final Map<String, String> files = new TreeMap<>(Samples.base().ruleBook());
  private final RuleBook book = texts.check(source(files)).book().orElseThrow();

  private static Source source(Map<String, String> files) {
    return new Source(1, Instant.EPOCH, "", "", files);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ROUTES; name=new|when=text:(sol OR|lane=care",
        "ROUTES; name=new|when=autor:kari|lane=care",
        "ROUTES; name=new|when=text:sol",
        "ROUTES; name=new|topic=heet|lane=expert|channel=#pres|goal=sel|answer-within=soon",
        "ROUTES; name=new|topic=heat|lane=expert|fact=How much?",
        "ROUTES; name=new|topic=heat|lane=expert|drop=no",
        "ROUTES; when=topic:heet|lane=care|claim-for=0m",
        "ROUTES; name=new|when=text:sol|lane=care|wehn=text:sol",
        "ROUTES; name=new|when=text:sol|lane=care|channel=#press",
        "SILENCES; when=text:(sol|until=tomorrow|why=so",
        "SILENCES; when=text:sol|why=so|by=Bo|keep=perhaps",
        "SILENCES; when=text:sol|until=2027-01-01|why=so|by=Bo",
        "CASES; post=sol|network=No Net|lang=nb",
        "CASES; network=x"
      })
  void asItHasAmongTheOthers(Section section, String keys) {
    Node.Mapping entry = entry(keys);
    Map<String, String> after =
        texts.edited(files, new Edit.Put(section, "", Integer.MAX_VALUE, entry));
    int place = texts.entries(after, section).size() - 1;
    String path = section.name().toLowerCase(Locale.ROOT) + "[" + place + "]";

    List<ConfigProblem> alone = texts.look(book, section, place, entry);

    assertThat(alone)
        .extracting(problem -> problem.path() + ": " + problem.text())
        .containsExactlyInAnyOrderElementsOf(
            texts.check(source(after)).problems().stream()
                .filter(problem -> problem.path().startsWith(path))
                .map(problem -> problem.path() + ": " + problem.text())
                .toList());
  }

  private static Node.Mapping entry(String keys) {
    Map<String, Node> entry = new LinkedHashMap<>();
    for (String one : keys.split("\\|")) {
      int is = one.indexOf('=');
      entry.put(one.substring(0, is), new Node.Scalar(one.substring(is + 1), 0));
    }
    return new Node.Mapping(entry, 0);
  }

  @Test
  void amongAThousandRoutesADialogReadsThemOnceAndLooksAtOneOnly() {
    String thousand =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "  - {name: r" + i + ", when: 'text:ord" + i + "', lane: care}\n")
            .collect(Collectors.joining());
    files.put(ConfigFiles.ROUTES, "routes:\n" + thousand);
    // as when the dialog is opened
    assertThat(texts.entries(files, Section.ROUTES)).hasSize(1_000);

    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < 100; i++) {
      Map<String, String> again = new TreeMap<>(files);
      again.put(ConfigFiles.ROUTES, String.valueOf(files.get(ConfigFiles.ROUTES).toCharArray()));
      Node.Mapping entry = texts.entries(again, Section.ROUTES).get(i);
      assertThat(texts.look(book, Section.ROUTES, i, entry)).isEmpty();
    }
    Duration took =
        Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);

    // one is a few milliseconds: a tenth of what reading all of them anew would take
    assertThat(took).isLessThan(Duration.ofSeconds(2));
  }
}
