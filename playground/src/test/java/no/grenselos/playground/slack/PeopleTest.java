package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.playground.slack.workspace.Quiet;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.stage.BadRequest;
import org.junit.jupiter.api.Test;

class PeopleTest extends AppTest {
  @Test
  void aSnoozeIsSeenByTheAppAndTold() throws Exception {
    slack.housekeeping().snooze(ANA, Duration.ofMinutes(30));

    JsonNode event = event("dnd_updated_user");
    assertThat(event.path("user").asText()).isEqualTo(ANA);
    assertThat(event.at("/dnd_status/dnd_enabled").asBoolean()).isTrue();
    JsonNode now = ok(api.form("dnd.info", "user", ANA));
    assertThat(now.path("next_dnd_start_ts").asLong()).isEqualTo(clock.instant().getEpochSecond());
    assertThat(now.path("next_dnd_end_ts").asLong())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(30)).getEpochSecond());
    clock.forward(Duration.ofMinutes(31));
    assertThat(ok(api.form("dnd.info", "user", ANA)).path("dnd_enabled").asBoolean()).isFalse();
  }

  @Test
  void theNightPassesMidnightInThePersonsOwnTimeZone() throws Exception {
    slack
        .housekeeping()
        .night(ANA, new Quiet.Night(LocalTime.parse("22:00"), LocalTime.parse("07:00")));

    assertThat(times()).containsExactly("2026-11-23T21:00:00Z", "2026-11-24T06:00:00Z");
    clock.forward(Duration.ofHours(16));
    assertThat(times()).containsExactly("2026-11-23T21:00:00Z", "2026-11-24T06:00:00Z");
    clock.forward(Duration.ofHours(6));
    assertThat(times()).containsExactly("2026-11-24T21:00:00Z", "2026-11-25T06:00:00Z");
    slack.housekeeping().night(ANA, null);
    assertThat(ok(api.form("dnd.info", "user", ANA)).path("next_dnd_end_ts").asLong()).isOne();
  }

  @Test
  void severalAreAskedForAtOnceFiftyAtMost() throws Exception {
    slack.housekeeping().snooze(BEN, Duration.ofHours(1));
    JsonNode users =
        ok(api.form("dnd.teamInfo", "users", ANA + "," + BEN + ",U0NONE")).path("users");

    assertThat(users).hasSize(2);
    assertThat(users.at("/U0BEN/dnd_enabled").asBoolean()).isTrue();
    assertThat(users.at("/U0ANA/next_dnd_start_ts").asLong()).isOne();
    String many = IntStream.range(0, 51).mapToObj(i -> "U" + i).collect(Collectors.joining(","));
    assertThat(error(api.form("dnd.teamInfo", "users", many))).isEqualTo("too_many_users");
    assertThat(error(api.form("dnd.setSnooze", "num_minutes", "5")))
        .isEqualTo("not_allowed_token_type");
  }

  @Test
  void presenceIsActiveOrAway() throws Exception {
    slack.housekeeping().present(ANA, false);

    assertThat(ok(api.form("users.getPresence", "user", ANA)).path("presence").asText())
        .isEqualTo("away");
    assertThat(ok(api.form("users.getPresence", "user", BEN)).path("presence").asText())
        .isEqualTo("active");
  }

  @Test
  void whoIsDeactivatedIsListedWithoutTimeZoneAndCannotAct() throws Exception {
    slack.housekeeping().deactivate(ANA);

    JsonNode event = event("user_change");
    assertThat(event.at("/user/deleted").asBoolean()).isTrue();
    JsonNode ana = ok(api.form("users.info", "user", ANA, "include_locale", "true")).path("user");
    assertThat(ana.path("deleted").asBoolean()).isTrue();
    assertThat(ana.has("tz")).isFalse();
    assertThat(error(api.form("users.lookupByEmail", "email", "ana@workspace.example")))
        .isEqualTo("users_not_found");
    assertThat(error(api.form("conversations.open", "users", ANA))).isEqualTo("user_disabled");
    assertThatThrownBy(() -> slack.people().say(ANA, GENERAL, "still here"))
        .isInstanceOf(BadRequest.class);
    // Slack takes posts to them as before (github.com/slackapi/python-slack-sdk issue 1156)
    ok(api.form("chat.postMessage", "channel", ANA, "text", "x"));
  }

  @Test
  void aMoveToAnotherTimeZoneIsTold() throws Exception {
    slack.housekeeping().change(SlackUser.of(ANA, "ana", "Ana Aas").tz("America/New_York"));

    assertThat(event("user_change").at("/user/tz_offset").asInt()).isEqualTo(-5 * 3600);
  }

  @Test
  void whoeverIsNewIsToldAndCanBeWrittenTo() throws Exception {
    slack.housekeeping().welcome(SlackUser.of("U0NILS", "nils", "Nils Ny"));

    assertThat(event("team_join").at("/user/real_name").asText()).isEqualTo("Nils Ny");
    ok(api.form("chat.postMessage", "channel", "U0NILS", "text", "Velkommen"));
    JsonNode firstPage = ok(api.form("users.list", "limit", "3"));
    String cursor = firstPage.at("/response_metadata/next_cursor").asText();
    assertThat(ok(api.form("users.list", "limit", "3", "cursor", cursor)).path("members"))
        .hasSize(2);
  }

  private String[] times() throws Exception {
    JsonNode status = ok(api.form("dnd.info", "user", ANA));
    return new String[] {
      Instant.ofEpochSecond(status.path("next_dnd_start_ts").asLong()).toString(),
      Instant.ofEpochSecond(status.path("next_dnd_end_ts").asLong()).toString()
    };
  }
}
