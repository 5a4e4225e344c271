package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.grenselos.chat.AnyText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsPressedTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Our own keys, with anything in them. */
  @Provide
  Arbitrary<String> junk() {
    var value =
        Arbitraries.oneOf(
            Arbitraries.of("1", "null", "true", "[]", "{}", "[{\"a\":1}]", "{\"x\":[]}", "1e999"),
            Arbitraries.of(
                "\"CLAIM\"",
                "\"REPLY\"",
                "\"C-7\"",
                "\"C-\"",
                "\"T-99999999999999999999\"",
                "\"-\"",
                "\"\"",
                "\"x:\"",
                "\"a:b\"",
                "\"C-999999999999999999999\""),
            new AnyText(2_000).text().map(text -> MAPPER.valueToTree(text).toString()));
    var key =
        Arbitraries.of(
            "press", "on", "card", "stamp", "form", "kept", "knob", "redraw", "needed", "drawn",
            "f.text", "f.", "msteams");
    return Arbitraries.maps(key, value)
        .ofMaxSize(13)
        .map(members -> {
          StringBuilder json = new StringBuilder("{\"grenselos\":1");
          members.forEach(
              (name, said) -> json.append(",\"").append(name).append("\":").append(said));
          return json.append('}').toString();
        });
  }

  @Property(tries = 400)
  void junkIsNeverAnException(@ForAll("junk") String json) {
    JsonNode data = parsed(json);

    assertThat(TeamsPressed.parse(data)).isNotNull();
    assertThat(TeamsPressed.refreshed(data)).isNotNull();
    assertThat(TeamsFilled.parse(data)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"CLAIM\"",
        "{}",
        "{\"press\":\"CLAIM\",\"on\":\"C-7\"}",
        "{\"grenselos\":2,\"press\":\"CLAIM\",\"on\":\"C-7\"}",
        "{\"grenselos\":1,\"press\":\"DANCE\",\"on\":\"C-7\"}",
        "{\"grenselos\":1,\"press\":\"CLAIM\"}",
        "{\"grenselos\":1,\"press\":\"CLAIM\",\"on\":\"C-x\"}",
        "{\"grenselos\":1,\"press\":\"CLAIM\",\"on\":\"C-7\",\"card\":\"T-7\"}",
        "{\"grenselos\":1,\"press\":\"CLAIM\",\"on\":\"C-7\",\"form\":\"REPLY\"}"
      })
  void whatIsNotAPressOfOursIsNone(String json) {
    assertThat(TeamsPressed.parse(parsed(json))).isEmpty();
  }

  @Test
  void nothingAtAllIsNone() {
    assertThat(TeamsPressed.parse(null)).isEmpty();
    assertThat(TeamsPressed.refreshed(null)).isEmpty();
    assertThat(TeamsFilled.parse(null)).isEmpty();
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }
}
