package no.grenselos.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Part;
import no.grenselos.playground.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaygroundTest {
  private final Playground playground =
      Playground.start(PlaygroundOptions.defaults().parts(new Bell()));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    playground.close();
    http.close();
  }

  @Test
  void stateHoldsThePieceOfEveryPart() throws Exception {
    assertThat(get("play/state", "x", "y")).contains("\"bell\":{\"rung\":0}");
  }

  @Test
  void whatHappensIsStreamedWithItsIdAndNothingIsLostBetweenStateAndStream() throws Exception {
    post("application/json", "Sec-Fetch-Site", "same-origin");
    post("application/json", "Sec-Fetch-Site", "same-origin");
    var lines =
        http.send(
                HttpRequest.newBuilder(playground.base().resolve("play/stream?after=1"))
                    .header("Accept", "text/event-stream")
                    .build(),
                BodyHandlers.ofLines())
            .body();

    assertThat(lines.filter(line -> line.startsWith("id:")).findFirst()).hasValue("id: 2");
  }

  @Test
  void anotherSiteMayNotRing() throws Exception {
    assertThat(post("application/json", "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(post("application/json", "Origin", "http://evil.example")).isEqualTo(403);
    assertThat(post("text/plain", "Sec-Fetch-Site", "same-origin")).isEqualTo(415);
    assertThat(post("application/json; charset=utf-8", "Sec-Fetch-Site", "same-origin"))
        .isEqualTo(200);
  }

  private int post(String type, String header, String value) throws Exception {
    return http.send(
            HttpRequest.newBuilder(playground.base().resolve("play/bell/ring"))
                .header("Content-Type", type)
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private String get(String path, String header, String value) throws Exception {
    URI uri = playground.base().resolve(path);
    return http.send(
            HttpRequest.newBuilder(uri).header(header, value).build(), BodyHandlers.ofString())
        .body();
  }

  /** The smallest part there is. */
  private static final class Bell implements Part {
    private int rung;

    @Override
    public String name() {
      return "bell";
    }

    @Override
    public void open(Stage stage, RoutesConfig routes) {
      routes.post(
          "/play/bell/ring",
          ctx -> {
            rung++;
            stage.happenings().tell("bell.rung", Json.object().put("rung", rung));
          });
    }

    @Override
    public ObjectNode state() {
      return Json.object().put("rung", rung);
    }
  }
}
