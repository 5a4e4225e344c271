package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatProvider;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.KeptInMemory;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import org.junit.jupiter.api.Test;

class TeamsChatTest {
  private static final String APP = "00000000-0000-0000-0000-00000000abcd";
  private static final String ISSUER = "https://api.botframework.com";
  private static final String TEAMS =
      "{\"type\":\"message\",\"serviceUrl\":\"https://smba.trafficmanager.net/emea/\"}";

  private final Problems problems = new Problems("grenselos.yml");

  private Chat open(Map<String, Node> keys, String password) {
    ChatProvider provider =
        ServiceLoader.load(ChatProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.house().equals("teams"))
            .findFirst()
            .orElseThrow();
    Settings settings = new Settings(new Node.Mapping(keys, 1), "chats.teams", problems);
    var context =
        new ChatContext(
            Clock.systemUTC(),
            name -> Optional.of(password).filter(text -> !text.isEmpty()).map(Secret::new),
            new HeardEvents(),
            new KeptInMemory());
    return provider.open(settings, context);
  }

  private Chat open() {
    Chat chat =
        open(
            Map.of("app-id", new Node.Scalar(APP, 2), "tenant", new Node.Scalar(Signer.TENANT, 3)),
            "password");
    assertThat(problems.found()).isEmpty();
    return chat;
  }

  private HttpAnswer call(String authorization, String body) {
    HttpCall call =
        new HttpCall(
            "POST", "/", "", Map.of("Authorization", List.of(authorization)), Body.of(body));
    return open().webhook().orElseThrow().receive(call);
  }

  private static String token(String issuer, String audience) {
    String token =
        new Signer("k1")
            .claims()
            .withIssuer(issuer)
            .withAudience(audience)
            .sign(new Signer("k1").algorithm());
    return "Bearer " + token;
  }

  @Test
  void missingAppIdTenantAndPasswordAreToldAtOnceWithUnknownKeys() {
    open(Map.of("appid", new Node.Scalar(APP, 2)), "");

    assertThat(problems.found())
        .extracting(ConfigProblem::path)
        .containsExactlyInAnyOrder(
            "chats.teams.app-id",
            "chats.teams.tenant",
            "chats.teams.TEAMS_APP_PASSWORD",
            "chats.teams.appid");
  }

  @Test
  void emptyAppIdIsRefusedAsItWouldSwitchOffTheCallersCheck() {
    open(
        Map.of("app-id", new Node.Scalar(" ", 2), "tenant", new Node.Scalar(Signer.TENANT, 3)),
        "password");

    assertThat(problems.found())
        .extracting(ConfigProblem::path)
        .containsExactly("chats.teams.app-id");
  }

  @Test
  void callsThatCannotBeMicrosoftsAreRefusedWithoutABody() {
    List<String> strangers =
        List.of(
            "",
            "Bearer",
            "Bearer abc",
            "Basic YTpi",
            token("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", APP),
            token(ISSUER, "another-app"));

    assertThat(strangers)
        .allSatisfy(authorization -> {
          HttpAnswer answer = call(authorization, TEAMS);
          assertThat(answer.status()).isEqualTo(401);
          assertThat(answer.body().bytes()).isEmpty();
        });
  }

  @Test
  void bodyThatIsNoActivityIsRefusedTheSame() {
    assertThat(call(token(ISSUER, APP), "no json").status()).isEqualTo(401);
  }

  @Test
  void callForAServiceThatIsNotMicrosoftsIsRefusedTheSame() {
    String elsewhere = "{\"type\":\"message\",\"serviceUrl\":\"https://evil.example/emea/\"}";

    assertThat(call(token(ISSUER, APP), elsewhere).status()).isEqualTo(401);
    assertThat(call(token(ISSUER, APP), "{\"type\":\"message\"}").status()).isEqualTo(401);
  }
}
