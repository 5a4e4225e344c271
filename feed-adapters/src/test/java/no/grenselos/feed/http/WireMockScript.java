package no.grenselos.feed.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import no.grenselos.feed.ScriptedServer;
import no.grenselos.web.Body;

/** {@link ScriptedServer} by WireMock, on a random port of loopback. */
public final class WireMockScript implements ScriptedServer {
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private final List<LoggedRequest> logged = new CopyOnWriteArrayList<>();
  private final Map<String, Canned> standing = new LinkedHashMap<>();

  public WireMockScript() {
    // the server's own journal forgets the order of requests within a millisecond
    server.addMockServiceRequestListener(
        (request, response) -> logged.add(LoggedRequest.createFrom(request)));
    server.start();
  }

  /** A fixture beside the tests, by its path below src/test/resources. */
  public static Body fixture(String path) {
    try (InputStream file = WireMockScript.class.getResourceAsStream("/" + path)) {
      if (file == null) throw new IllegalArgumentException("no fixture " + path);
      return Body.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The answer to every request whose path fits, whatever else is scripted; the latest wins. */
  public void always(String path, Canned canned) {
    standing.put(path, canned);
    server.stubFor(any(urlPathMatching(path)).atPriority(1).willReturn(response(canned)));
  }

  @Override
  public void answers(Canned... answers) {
    server.resetMappings();
    server.resetScenarios();
    new LinkedHashMap<>(standing).forEach(this::always);
    for (int i = 0; i < answers.length; i++) {
      String next = String.valueOf(Math.min(i + 1, answers.length - 1));
      server.stubFor(
          any(anyUrl())
              .inScenario("turns")
              .whenScenarioStateIs(i == 0 ? STARTED : String.valueOf(i))
              .willSetStateTo(answers.length == 1 ? STARTED : next)
              .willReturn(response(answers[i])));
    }
  }

  @Override
  public List<String> requests() {
    return logged().stream().map(LoggedRequest::getUrl).toList();
  }

  /** The requests so far, oldest first, with their headers and bodies. */
  public List<LoggedRequest> logged() {
    return List.copyOf(logged);
  }

  @Override
  public void close() {
    server.stop();
  }

  private static ResponseDefinitionBuilder response(Canned canned) {
    ResponseDefinitionBuilder response =
        aResponse().withStatus(canned.status()).withBody(canned.body().bytes());
    canned.headers().forEach(response::withHeader);
    return response;
  }
}
