package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.stage.Json;

/** A network over HTTP with a clock that the test moves, and Kari and Ola on it. */
final class NetworkServer implements AutoCloseable {
  static final String KARI = "token-of-kari";

  final MovedClock clock = new MovedClock();
  final Playground playground;
  final Network network;
  private final HttpClient http = HttpClient.newHttpClient();

  NetworkServer() {
    this(new NetworkPart());
  }

  NetworkServer(NetworkPart part) {
    playground = Playground.start(new PlaygroundOptions(0, clock, List.of(part)));
    network = part.network();
    network.join("kari", "Kari Nordmann", "nb", 120, false);
    network.join("ola", "Ola", "nn", 7, false);
    network.tokens().grant(KARI, network.account("kari").orElseThrow(), "read", "write");
    network.tokens().grant("reader", network.account("kari").orElseThrow(), "read");
  }

  HttpResponse<String> get(String path) {
    return send(request("network/" + path).build());
  }

  HttpResponse<String> get(String path, Duration patience) {
    return send(request("network/" + path).timeout(patience).build());
  }

  HttpResponse<String> get(String path, String token) {
    return send(request("network/" + path).header("Authorization", "Bearer " + token).build());
  }

  HttpResponse<String> form(
      String method, String path, String token, String body, String... headers) {
    HttpRequest.Builder request =
        request("network/" + path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> play(String what, String body) {
    return send(
        request("play/network/" + what)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> plain(String path) {
    return send(request(path).build());
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.parse(response.body());
  }

  static List<String> ids(HttpResponse<String> response) {
    List<String> ids = new ArrayList<>();
    json(response).forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  private HttpRequest.Builder request(String path) {
    URI uri = playground.base().resolve(path);
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    playground.close();
    http.close();
  }

  static final class MovedClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
