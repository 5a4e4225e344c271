package no.grenselos.playground.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static ObjectNode card(String address) {
    ObjectNode card = Json.object().put("type", "AdaptiveCard").put("version", "1.5");
    card.putArray("body").addObject().put("type", "Image").put("url", address).put("altText", "a");
    return card;
  }

  private static String png(int width, int bytes) {
    ByteBuffer png = ByteBuffer.allocate(bytes);
    png.putLong(0, 0x89504E470D0A1A0AL).putInt(16, width).putInt(20, width);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.array());
  }

  @Test
  void aPictureWithinTheCardIsTakenUpToAMegabyte() {
    assertThat(StrictCards.in(card(png(1024, 1_024 * 1_024)))).isEmpty();
    assertThat(StrictCards.in(card(png(1024, 1_024 * 1_024 + 1)))).hasSize(1);
    assertThat(StrictCards.in(card(png(1025, 100)))).hasSize(1);
    assertThat(StrictCards.in(card("https://a.example/b.png"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:text/html;base64,PGI+",
        "data:image/png,raw",
        "data:image/png;base64,!!!!",
        "data:image/png;base64,aGVsbG8=",
        "data:"
      })
  void whatIsNoPictureIsRefused(String address) {
    assertThat(StrictCards.in(card(address))).isNotEmpty();
  }

  @Test
  void picturesCountToTheSizeOnlyWhereTheyAreToldTo() {
    JsonNode card = card(png(100, 60_000));

    assertThat(StrictActivities.isTooBig(card.toString(), card, false)).isFalse();
    assertThat(StrictActivities.isTooBig(card.toString(), card, true)).isTrue();
  }
}
