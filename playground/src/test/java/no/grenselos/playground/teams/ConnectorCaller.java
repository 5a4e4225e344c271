package no.grenselos.playground.teams;

import com.fasterxml.jackson.databind.JsonNode;
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
import no.grenselos.playground.teams.tenant.TeamsSeed;

/** Logs in and calls the connector as a bot does. */
final class ConnectorCaller implements AutoCloseable {
  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final PlayTeams teams;
  private String token = "";

  ConnectorCaller(PlayTeams teams) {
    this.teams = teams;
  }

  /** Gets a token as the bot of the tenant. */
  void logIn() throws Exception {
    TeamsSeed seed = teams.seed();
    String secret = seed.app().secret();
    token = Json.parse(askForToken(secret).body()).path("access_token").asText();
  }

  HttpResponse<String> askForToken(String secret) throws Exception {
    TeamsSeed seed = teams.seed();
    String form =
        "grant_type=client_credentials&client_id="
            + seed.app().appId()
            + "&client_secret="
            + encoded(secret)
            + "&scope="
            + encoded("https://api.botframework.com/.default");
    URI address = teams.login().resolve(seed.tenantId() + "/oauth2/v2.0/token");
    return send("POST", address, "application/x-www-form-urlencoded", form);
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return call("POST", path, json);
  }

  HttpResponse<String> put(String path, String json) throws Exception {
    return call("PUT", path, json);
  }

  HttpResponse<String> delete(String path) throws Exception {
    return call("DELETE", path, "");
  }

  HttpResponse<String> get(String path) throws Exception {
    return call("GET", path, "");
  }

  /** Below {@code v3/}; single quotes in the body stand for double ones. */
  HttpResponse<String> call(String method, String path, String json) throws Exception {
    URI address = teams.serviceUrl().resolve("v3/" + path);
    return send(method, address, "application/json", json.replace('\'', '"'));
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.parse(response.body());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<String> send(String method, URI address, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
