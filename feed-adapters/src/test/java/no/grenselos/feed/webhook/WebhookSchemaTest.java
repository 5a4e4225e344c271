package no.grenselos.feed.webhook;

import static no.grenselos.feed.webhook.WebhookJson.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import no.grenselos.feed.http.Json;
import org.junit.jupiter.api.Test;

/** What the schema promises and what the reader takes are the same. */
class WebhookSchemaTest {
  private static final JsonNode DOCUMENT = document();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(DOCUMENT);

  private static final List<String> FIELDS =
      List.of(
          "network",
          "id",
          "link",
          "publishedAt",
          "text",
          "html",
          "author",
          "lang",
          "kind",
          "conversation",
          "inReplyTo",
          "reshareOf",
          "revision",
          "deleted");

  private static final List<String> VALUES =
      List.of(
          "null",
          "\"\"",
          "\" \"",
          "\"a\"",
          "\"nb\"",
          "\"nb\\n\"",
          "\"en-GB\"",
          "7",
          "7.0",
          "7.5",
          "-1",
          "9007199254740991",
          "9007199254740993",
          "1e30",
          "true",
          "false",
          "\"true\"",
          "[]",
          "{}",
          "\"post\"",
          "\"reply\"",
          "\"Post\"",
          "\"https://a.example/x\"",
          "\"ftp://a/x\"",
          "\"https://a b\"",
          "\"2026-03-02T09:00:00Z\"",
          "\"2026-03-02T09:00:00.123+01:00\"",
          "\"2026-02-31T09:00:00Z\"",
          "\"2026-03-02T09:00:00\"",
          "\"2026-03-02 09:00:00Z\"",
          "\"<p>hei</p>\"",
          "\"Trustpilot\"",
          "\"google-reviews\"",
          "\"a b\"",
          "\"\\ud800\"",
          "\"😀\"",
          "\"" + "x".repeat(200) + "\"",
          "\"" + "x".repeat(201) + "\"",
          "{\"name\":\"Odd\",\"followers\":3}",
          "{\"followers\":\"3\"}",
          "{\"followers\":-1}",
          "{\"followers\":2147483648}",
          "{\"name\":5}",
          "{\"handle\":null}",
          "\"@odd\"");

  /** What no schema can see: an address that leads nowhere, words that nobody sees. */
  private static final List<String> SUBTLE =
      List.of(
          "\"http://[\"",
          "\"https://a:99999/\"",
          "\"<p></p>\"",
          "\"\\u00a0\"",
          "\"\\u0000\"",
          "\"\\u0007\"",
          "\"2026-03-02T23:59:60Z\"");

  private static JsonNode document() {
    try {
      Path file = Path.of("..", "docs", "webhook-mention.schema.json");
      return Json.parse(Files.readAllBytes(file)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<List<Map.Entry<String, String>>> changes() {
    return changed(VALUES);
  }

  @Provide
  Arbitrary<List<Map.Entry<String, String>>> subtleChanges() {
    return changed(Stream.concat(VALUES.stream(), SUBTLE.stream()).toList());
  }

  /** Each puts a value at a field, or takes the field away. */
  private static Arbitrary<List<Map.Entry<String, String>>> changed(List<String> values) {
    Arbitrary<String> value = Arbitraries.of(values);
    return Arbitraries.of(FIELDS)
        .flatMap(field ->
            Arbitraries.frequencyOf(Tuple.of(6, value), Tuple.of(1, Arbitraries.of("-")))
                .map(json -> Map.entry(field, json)))
        .list()
        .ofMaxSize(3);
  }

  @Property(tries = 1_500)
  void theReaderTakesWhatTheSchemaTakesAndNothingElse(
      @ForAll("changes") List<Map.Entry<String, String>> changes) {
    String body = body(changes);

    assertThat(isRead(body)).as(body).isEqualTo(isValid(body));
  }

  @Property(tries = 1_000)
  void whatTheReaderTakesTheSchemaTakes(
      @ForAll("subtleChanges") List<Map.Entry<String, String>> changes) {
    String body = body(changes);

    if (isRead(body)) assertThat(isValid(body)).as(body).isTrue();
  }

  @Test
  void everyValueAtEveryFieldIsSeenAlike() {
    for (String field : FIELDS) {
      for (String value : VALUES) {
        String body = body(List.of(Map.entry(field, value)));
        assertThat(isRead(body)).as(body).isEqualTo(isValid(body));
      }
    }
  }

  @Test
  void aListIsAMatterOfItsMentions() {
    String two = "{\"mentions\":[" + Json.write(good()) + "," + Json.write(good()) + "]}";
    String many = "{\"mentions\":[" + "{},".repeat(500) + "{}]}";

    assertThat(isValid(two)).isTrue();
    assertThat(isValid("{\"mentions\":[]}")).isTrue();
    assertThat(isValid("{\"mentions\":[{}]}")).isFalse();
    assertThat(isValid("{\"mentions\":{}}")).isFalse();
    assertThat(isValid(many)).isFalse();
    assertThat(isValid("[]")).isFalse();
  }

  @Test
  void theSchemaNamesTheFieldsThatAreTestedHere() {
    TreeSet<String> named = new TreeSet<>();
    DOCUMENT.at("/$defs/mention/properties").fieldNames().forEachRemaining(named::add);

    assertThat(named).containsExactlyInAnyOrderElementsOf(FIELDS);
  }

  private static String body(List<Map.Entry<String, String>> changes) {
    ObjectNode mention = good();
    for (Map.Entry<String, String> change : changes) {
      if (change.getValue().equals("-")) mention.remove(change.getKey());
      else mention.set(change.getKey(), Json.parse(change.getValue()).orElseThrow());
    }
    return Json.write(mention);
  }

  private static boolean isRead(String body) {
    return WebhookJson.page(body).skipped().isEmpty();
  }

  private static boolean isValid(String body) {
    return SCHEMA
        .validate(
            Json.parse(body).orElseThrow(),
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .isEmpty();
  }
}
