package no.grenselos.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.route.Lane;
import no.grenselos.store.Errand;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
  record Everything(
      boolean flag,
      int number,
      long big,
      double share,
      @Nullable Long none,
      String text,
      Lane lane,
      Locale locale,
      Instant at,
      List<Lane> lanes,
      Set<String> words,
      Map<String, Integer> counts,
      Optional<String> filled,
      Optional<String> empty) {}

  record Unknown(Thread thread) {}

  record Clash(Inner inner) {
    sealed interface Inner {
      record One(String type) implements Inner {}
    }
  }

  @Test
  void everyShapeComesBackAsItWas() {
    Everything value =
        new Everything(
            true,
            -1,
            Long.MAX_VALUE,
            0.1,
            null,
            "\uD83D half \0",
            Lane.BOTH,
            Locale.forLanguageTag("nb-NO"),
            Instant.MAX,
            List.of(Lane.CARE),
            Set.of("a", "b"),
            Map.of("x", 1),
            Optional.of("y"),
            Optional.empty());

    assertThat(Json.read(Everything.class, Json.write(Everything.class, value))).isEqualTo(value);
  }

  @Test
  void aCaseOfASealedInterfaceIsNamedByItsRecord() {
    String json = Json.write(TicketState.class, new TicketState.Open(Instant.EPOCH));

    assertThat(json).isEqualTo("{\"type\":\"Open\",\"since\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void whatANewerVersionAddedIsIgnored() {
    String json = "{\"type\":\"Open\",\"mood\":{\"x\":[1]},\"since\":\"1970-01-01T00:00:00Z\"}";

    assertThat(Json.read(TicketState.class, json)).isEqualTo(new TicketState.Open(Instant.EPOCH));
  }

  @Test
  void aReadingFromBeforeThereWasASeverityIsNormal() {
    String json =
        """
        {"language":{"code":"nb"},"intent":"COMPLAINT","intentScore":0.9,"topics":[]}\
        """;

    Reading reading = Json.read(Reading.class, json);

    assertThat(reading.severity()).isEqualTo(Severity.NORMAL);
    assertThat(Json.write(Reading.class, reading)).contains("\"severity\":\"NORMAL\"");
  }

  @Test
  void anUnknownCaseIsRefusedByName() {
    assertThatThrownBy(() -> Json.read(Errand.class, "{\"type\":\"Dance\"}"))
        .hasMessage("Errand is an unknown Errand");
  }

  @Test
  void aMissingPartIsNamedByItsPlace() {
    assertThatThrownBy(() -> Json.read(Errand.class, "{\"type\":\"Show\",\"card\":{}}"))
        .hasMessage("Errand.card.number is missing");
  }

  @Test
  void brokenTextIsRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> Json.read(Errand.class, "{\"type\": secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Errand is no JSON")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aShapeThatHasNoFormIsRefusedWhenWritten() {
    assertThatThrownBy(() -> Json.write(Unknown.class, new Unknown(Thread.currentThread())))
        .hasMessageContaining("no form for java.lang.Thread");
    assertThatThrownBy(() -> Json.write(Clash.class, new Clash(new Clash.Inner.One("x"))))
        .hasMessageContaining("no form for");
  }
}
