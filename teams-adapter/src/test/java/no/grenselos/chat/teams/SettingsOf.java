package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;

/** Settings without a mistake, that lead to stand-ins. */
final class SettingsOf {
  private SettingsOf() {}

  static TeamsSettings microsoftAt(StandIn standIn) {
    return read(
        Map.of(
            "app-id",
            Signer.APP,
            "tenant",
            Signer.TENANT,
            "open-id",
            standIn.at("/openid").toString(),
            "login",
            standIn.at("/login/").toString()));
  }

  /** The service too is a stand-in. */
  static TeamsSettings allAt(StandIn standIn) {
    return read(
        Map.of(
            "app-id", Signer.APP,
            "tenant", Signer.TENANT,
            "open-id", standIn.at("/openid").toString(),
            "login", standIn.at("/login/").toString(),
            "service-urls", standIn.host(),
            "service-url", standIn.at("/teams/").toString()));
  }

  static TeamsSettings local() {
    return read(Map.of("local-development", "true"));
  }

  static TeamsSettings read(Map<String, String> texts) {
    Problems problems = new Problems("grenselos.yml");
    Map<String, Node> keys = new LinkedHashMap<>();
    texts.forEach((key, text) -> keys.put(key, new Node.Scalar(text, 2)));
    TeamsSettings settings =
        TeamsSettings.read(
            new Settings(new Node.Mapping(keys, 1), "chats.teams", problems),
            name -> Optional.of(new Secret("the-password")));
    assertThat(problems.found()).isEmpty();
    return settings;
  }
}
