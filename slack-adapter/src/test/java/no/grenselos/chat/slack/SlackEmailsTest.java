package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Lookup;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.slack.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackEmailsTest {
  private static final String LOOKUP = "users.lookupByEmail";
  private static final Email LIV = new Email("liv@workspace.example");
  private static final Email GONE = new Email("gone@workspace.example");

  private SlackHouse house;

  private ChatPort open(SlackSeed seed) throws Exception {
    house = SlackHouse.of(seed);
    return house.chat().port();
  }

  @AfterEach
  void closeHouse() {
    if (house != null) house.close();
  }

  private static SlackSeed seed() {
    return SlackSeed.small()
        .users(
            List.of(
                SlackUser.of("U0LIV", "liv", "Liv Lunde")
                    .email("Liv@Workspace.example")
                    .title("Nurse")
                    .tz("Europe/Helsinki")
                    .locale("nb-NO"),
                SlackUser.of("U0GONE", "gone", "Gone Gran")
                    .email("gone@workspace.example")
                    .deleted(true)));
  }

  @Test
  void whoIsFoundHasTitleZoneAndLanguage() throws Exception {
    assertThat(open(seed()).lookUp(LIV))
        .isEqualTo(
            new Lookup.Found(
                new Handle("slack", "U0LIV"),
                "Liv Lunde",
                "Nurse",
                ZoneId.of("Europe/Helsinki"),
                Locale.forLanguageTag("nb-NO")));
  }

  @Test
  void whoLeftIsUnknown() throws Exception {
    assertThat(open(seed()).lookUp(GONE)).isEqualTo(new Lookup.Unknown("in the Slack workspace"));
  }

  @Test
  void answersAreRememberedBothGoodAndBad() throws Exception {
    ChatPort port = open(seed());
    for (int i = 0; i < 3; i++) {
      port.lookUp(LIV);
      port.lookUp(GONE);
    }

    assertThat(house.slack.calls(LOOKUP)).isEqualTo(2);
  }

  @Test
  void missingScopeIsSaidInPlainWords() throws Exception {
    Set<String> fewer = new HashSet<>(seed().app().scopes());
    fewer.remove("users:read.email");
    ChatPort port = open(seed().app(seed().app().scopes(fewer)));

    assertThat(port.lookUp(LIV))
        .isInstanceOfSatisfying(
            Lookup.Refused.class,
            refused -> {
              assertThat(refused.reason()).contains("users:read.email");
              assertThat(refused.whatToDo()).contains("OAuth & Permissions");
            });
  }

  @Test
  void limitIsAWaitAndAfterItThePersonIsFound() throws Exception {
    ChatPort port = open(seed());
    house.slack.weather().rateLimitNext(LOOKUP, 1, Duration.ofSeconds(7));

    assertThat(port.lookUp(LIV))
        .isEqualTo(new Lookup.NotNow(Duration.ofSeconds(7), "Slack asks to slow down"));
    house.clock.forward(Duration.ofSeconds(7));
    assertThat(port.lookUp(LIV)).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void slackThatIsDownIsNotNow() throws Exception {
    ChatPort port = open(seed());
    house.slack.weather().down(true);

    assertThat(port.lookUp(LIV)).isInstanceOf(Lookup.NotNow.class);
  }
}
