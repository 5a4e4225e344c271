package no.grenselos.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final Pattern TEXT_AS_CODE =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|DOMParser|srcdoc|\\beval\\s*\\(|new"
              + " Function|import\\s*\\(|\"style\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "index.html",
        "js/main.js",
        "js/teams/side.js",
        "css/base.css",
        "css/teams.css",
        "lang/nb.json",
        "cairn.svg",
        "vendor/adaptivecards.min.js"
      })
  void everyFileComesWithThePolicy(String path) throws Exception {
    try (Playground playground = Playground.start(PlaygroundOptions.defaults());
        HttpClient http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(playground.page().resolve(path)).build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void scriptsNeverReadTextAsCodeOrMarkup() throws Exception {
    for (Path script : files("js", ".js")) {
      assertThat(Files.readString(script))
          .as(script.toString())
          .doesNotContainPattern(TEXT_AS_CODE);
    }
  }

  @Test
  void pageLoadsNothingFromElsewhereAndRunsNothingInline() throws Exception {
    String html = Files.readString(root().resolve("index.html"));

    assertThat(html).doesNotContain("http").doesNotContainPattern("<script(?![^>]* src=)");
    assertThat(html).doesNotContainPattern("\\son[a-z]+=").doesNotContain("style=");
    for (Path sheet : files("css", ".css")) {
      assertThat(Files.readString(sheet)).as(sheet.toString()).doesNotContain("http", "@import");
    }
  }

  @Test
  void microsoftsRendererIsServedWhereItsFileIsAndNothingRunsWhereItIsNot(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("r.js"), "globalThis.AdaptiveCards = {};");

    assertThat(CardRenderer.script(file.toString())).isEqualTo("globalThis.AdaptiveCards = {};");
    assertThat(CardRenderer.script("")).isEqualTo(CardRenderer.NONE);
    assertThat(CardRenderer.script(folder.toString())).isEqualTo(CardRenderer.NONE);
    assertThat(CardRenderer.script(folder.resolve("none.js").toString()))
        .isEqualTo(CardRenderer.NONE);
  }

  @Test
  void theRendererIsNoPartOfThePage() throws Exception {
    try (Stream<Path> all = Files.walk(root())) {
      assertThat(all.filter(file -> file.getFileName().toString().contains("adaptivecards")))
          .isEmpty();
    }
  }

  @Test
  void everyStyleSheetOfThePageIsLinked() throws Exception {
    String html = Files.readString(root().resolve("index.html"));

    for (Path sheet : files("css", ".css")) {
      assertThat(html).contains("href=\"css/" + sheet.getFileName() + "\"");
    }
  }

  @Test
  void bothLanguagesSayEverything() throws Exception {
    JsonNode norwegian = words("nb");
    JsonNode english = words("en");

    assertThat(keys(norwegian)).isEqualTo(keys(english));
    assertThat(norwegian.path("examples")).hasSameSizeAs(english.path("examples"));
    for (String key : keys(english)) {
      assertThat(holes(norwegian.path(key))).as(key).isEqualTo(holes(english.path(key)));
      assertThat(norwegian.path(key).toString()).as(key).isNotEqualTo("\"\"");
    }
  }

  @Test
  void everyWordThatIsAskedForExists() throws Exception {
    Set<String> known = keys(words("en"));
    Pattern asked = Pattern.compile("\\b(?:t|choice)\\(\"([a-z-]+)\"");
    for (Path script : files("js", ".js")) {
      assertThat(known)
          .as(script.toString())
          .containsAll(
              asked.matcher(Files.readString(script)).results().map(one -> one.group(1)).toList());
    }
  }

  private static Set<String> keys(JsonNode words) {
    Set<String> keys = new TreeSet<>();
    words.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Set<String> holes(JsonNode text) {
    Set<String> holes = new TreeSet<>();
    Pattern.compile("\\{\\w+}")
        .matcher(text.asText())
        .results()
        .forEach(one -> holes.add(one.group()));
    return holes;
  }

  private static JsonNode words(String language) throws Exception {
    return Json.parse(Files.readString(root().resolve("lang/" + language + ".json")));
  }

  private static List<Path> files(String folder, String end)
      throws IOException, URISyntaxException {
    try (Stream<Path> all = Files.walk(root().resolve(folder))) {
      List<Path> found =
          new ArrayList<>(all.filter(file -> file.toString().endsWith(end)).toList());
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static Path root() throws URISyntaxException {
    return Path.of(PageFiles.class.getResource("/page/index.html").toURI()).getParent();
  }
}
