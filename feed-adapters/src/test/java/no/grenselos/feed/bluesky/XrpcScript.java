package no.grenselos.feed.bluesky;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.ScriptedServer;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.web.Body;

/** An account's server: signing in works unless told otherwise, all else is answered in turn. */
final class XrpcScript implements ScriptedServer {
  static final String DID = "did:plc:lyngheia";

  private final WireMockScript server = new WireMockScript();

  XrpcScript() {
    always("/xrpc/com.atproto.server.*", session("access-1", "refresh-1"));
  }

  static Canned json(String text) {
    return Canned.ok("application/json", Body.of(text));
  }

  static Canned error(int status, String name) {
    return new Canned(status, Map.of(), Body.of("{\"error\":\"" + name + "\",\"message\":\"x\"}"));
  }

  static Canned session(String access, String refresh) {
    return json(
        "{\"accessJwt\":\"%s\",\"refreshJwt\":\"%s\",\"did\":\"%s\",\"handle\":\"lyngheia.example\"}"
            .formatted(access, refresh, DID));
  }

  /** See {@link WireMockScript#always}. */
  void always(String path, Canned canned) {
    server.always(path, canned);
  }

  @Override
  public URI address() {
    return server.address();
  }

  @Override
  public void answers(Canned... answers) {
    server.answers(answers);
  }

  @Override
  public List<String> requests() {
    return server.requests();
  }

  /** Of the requests so far, the ones for a method whose name ends so. */
  List<LoggedRequest> asked(String method) {
    return server.logged().stream()
        .filter(request -> request.getUrl().split("\\?", 2)[0].endsWith("." + method))
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
