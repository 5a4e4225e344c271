package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages stay small where there are a thousand routes. */
class RulesManyTest {
  private static final Logger LOG = LoggerFactory.getLogger(RulesManyTest.class);
  private static final int MOST_BYTES = 200_000;

  @Test
  void pagesStaySmallWithAThousandRoutes() throws Exception {
    try (ConsoleHouse house = ConsoleHouse.open()) {
      house
          .store()
          .write(books -> {
            Source first = books.ruleBooks().find(1).orElseThrow();
            Map<String, String> files = new TreeMap<>(first.files());
            files.put("routes.yml", routes());
            return books.ruleBooks().add(new Source(2, house.now(), "ana", "many", files));
          });
      Guest admin = house.guest(ConsoleRole.ADMIN);
      Map<String, Integer> sizes = new HashMap<>();

      for (String path :
          List.of(
              "/console/rules",
              "/console/rules?from=950",
              "/console/rules?find=number+777",
              "/console/rules/history",
              "/console/rules/revision/2",
              "/console/rules/entry?section=routes&key=route+number+777",
              "/console/rules/text")) {
        sizes.put(path, size(admin, path));
      }

      int editor = sizes.getOrDefault("/console/rules/text", 0);
      sizes.remove("/console/rules/text");
      assertThat(sizes.values()).allMatch(size -> size < MOST_BYTES);
      // all of the file, and little else
      assertThat(editor - routes().getBytes(StandardCharsets.UTF_8).length).isLessThan(60_000);
      assertThat(admin.get("/console/rules?from=950").body()).contains("951–1,000 of 1,000");
    }
  }

  private static int size(Guest admin, String path) throws Exception {
    List<Long> times = new ArrayList<>();
    int bytes = 0;
    for (int i = 0; i < 7; i++) {
      long start = System.nanoTime();
      var page = admin.get(path);
      times.add((System.nanoTime() - start) / 1_000_000);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      bytes = page.body().getBytes(StandardCharsets.UTF_8).length;
    }
    List<Long> sorted = times.stream().sorted().toList();
    LOG.info("page shown path={} bytes={} median={}ms", path, bytes, sorted.get(sorted.size() / 2));
    return bytes;
  }

  private static String routes() {
    StringBuilder text = new StringBuilder("routes:\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("  - name: route number ").append(i).append('\n');
      text.append("    when: text:(word").append(i).append(" OR other").append(i).append(")\n");
      text.append("    lane: care\n    channel: \"#kundeservice\"\n    goal: satisfaction\n");
      text.append("    answer-within: 60m\n\n");
    }
    return text.toString();
  }
}
