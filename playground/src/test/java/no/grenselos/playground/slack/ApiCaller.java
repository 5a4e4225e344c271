package no.grenselos.playground.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import no.grenselos.playground.stage.Json;

/** Calls the Web API as an app does. */
final class ApiCaller implements AutoCloseable {
  final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final String token;

  ApiCaller(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  /** Calls with a form of pairs: name, value, name, value. */
  JsonNode form(String method, String... pairs) throws Exception {
    return Json.parse(send(method, pairs).body());
  }

  HttpResponse<String> send(String method, String... pairs) throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      body.append(pairs[i]).append('=');
      body.append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8)).append('&');
    }
    return send(method, "application/x-www-form-urlencoded", body.toString());
  }

  JsonNode json(String method, ObjectNode body) throws Exception {
    return Json.parse(send(method, "application/json; charset=utf-8", body.toString()).body());
  }

  HttpResponse<String> post(URI address, String type, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String method, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(method)).header("Content-Type", type);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
