package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.playground.slack.people.Press;
import no.grenselos.playground.stage.BadRequest;
import org.junit.jupiter.api.Test;

class HousekeepingTest extends AppTest {
  private static final String BOT = "U0GRENSELOS";

  @Test
  void anUninstalledAppIsToldAndThenHearsAndSaysNothing() throws Exception {
    slack.housekeeping().uninstall();

    assertThat(event("app_uninstalled")).isNotNull();
    assertThat(error(api.form("chat.postMessage", "channel", GENERAL, "text", "x")))
        .isEqualTo("account_inactive");
    assertThat(error(api.form("auth.test"))).isEqualTo("account_inactive");
    slack.people().say(ANA, BOT, "hello?");
    slack.people().command(ANA, GENERAL, "/grenselos", "");
    assertThat(slack.troubles()).singleElement().asString().contains("no_app");
    assertThat(app.all).noneMatch(heard -> heard.body().contains("hello?"));
    slack.housekeeping().install();
    ok(api.form("auth.test"));
  }

  @Test
  void revokedTokensAreNamedByTheBotAndGoodNoMore() throws Exception {
    slack.housekeeping().revokeTokens();

    assertThat(event("tokens_revoked").at("/tokens/bot/0").asText()).isEqualTo(BOT);
    assertThat(error(api.form("users.list"))).isEqualTo("token_revoked");
  }

  @Test
  void anArchivedChannelTakesNoPostsUntilItIsOpenedAgain() throws Exception {
    String ts = post(GENERAL, "before");
    slack.housekeeping().archive("general", ANA);

    assertThat(event("channel_archive").path("channel").asText()).isEqualTo(GENERAL);
    assertThat(error(api.form("chat.postMessage", "channel", GENERAL, "text", "x")))
        .isEqualTo("is_archived");
    assertThat(error(api.form("chat.postEphemeral", "channel", GENERAL, "user", ANA, "text", "x")))
        .isEqualTo("is_archived");
    assertThat(error(api.form("reactions.add", "channel", GENERAL, "timestamp", ts, "name", "x")))
        .isEqualTo("is_archived");
    assertThat(error(api.form("pins.add", "channel", GENERAL, "timestamp", ts)))
        .isEqualTo("is_archived");
    slack.housekeeping().unarchive("general", BEN);
    assertThat(event("channel_unarchive").path("user").asText()).isEqualTo(BEN);
    post(GENERAL, "after");
  }

  @Test
  void nobodyWritesIntoAnArchivedChannel() {
    slack.housekeeping().archive("general", ANA);

    assertThatThrownBy(() -> slack.people().say(ANA, GENERAL, "x")).isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> slack.housekeeping().archive("general", ANA))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void aRenamedChannelKeepsItsId() throws Exception {
    slack.housekeeping().rename("kundeservice", "kundesenter");

    JsonNode event = event("channel_rename");
    assertThat(event.at("/channel/id").asText()).isEqualTo("CKUNDESERVICE");
    assertThat(event.at("/channel/name").asText()).isEqualTo("kundesenter");
    assertThat(error(api.form("chat.postMessage", "channel", "#kundeservice", "text", "x")))
        .isEqualTo("channel_not_found");
    post("#kundesenter", "x");
  }

  @Test
  void theAppIsToldWhenItIsPutOutOfAChannel() throws Exception {
    slack.housekeeping().remove("kundeservice", BOT, KARI);

    JsonNode left = event("member_left_channel");
    assertThat(left.path("user").asText()).isEqualTo(BOT);
    assertThat(left.path("channel").asText()).isEqualTo("CKUNDESERVICE");
    assertThat(error(api.form("chat.postMessage", "channel", "CKUNDESERVICE", "text", "x")))
        .isEqualTo("not_in_channel");
    slack.housekeeping().invite("kundeservice", BOT, KARI);
    assertThat(event("member_joined_channel").path("inviter").asText()).isEqualTo(KARI);
    post("CKUNDESERVICE", "back");
  }

  @Test
  void theAppHearsOfItsOwnGoingByTheChannelsEventToo() throws Exception {
    slack.housekeeping().remove("kundeservice", BOT, KARI);

    assertThat(event("channel_left").path("actor_id").asText()).isEqualTo(KARI);
  }

  @Test
  void whoLeftAChannelNeitherSeesNorPressesThere() throws Exception {
    String ts = post(GENERAL, "x");
    slack.housekeeping().remove("general", BEN, ANA);

    assertThat(event("member_left_channel").path("user").asText()).isEqualTo(BEN);
    assertThatThrownBy(() -> slack.people().press(Press.button(BEN, GENERAL, ts, "claim")))
        .isInstanceOf(BadRequest.class);
    JsonNode members = ok(api.form("conversations.members", "channel", GENERAL)).path("members");
    assertThat(members).noneMatch(id -> id.asText().equals(BEN));
    assertThat(error(api.form("chat.postEphemeral", "channel", GENERAL, "user", BEN, "text", "x")))
        .isEqualTo("user_not_in_channel");
  }

  @Test
  void aWhisperReachesAPersonInTheirOwnConversation() throws Exception {
    ok(api.form("chat.postEphemeral", "channel", "D0ANA", "user", ANA, "text", "only you"));

    assertThat(slack.messages(ANA)).isEmpty();
    assertThat(slack.posts().getLast().channel()).isEqualTo("D0ANA");
  }

  @Test
  void thePageKnowsHowTheHouseStands() throws Exception {
    slack.housekeeping().deactivate(BEN);
    slack.housekeeping().archive("general", ANA);
    slack.housekeeping().revokeTokens();
    JsonNode state = slack.state();

    assertThat(state.path("install").asText()).isEqualTo("revoked");
    assertThat(state.at("/users/1/deleted").asBoolean()).isTrue();
    assertThat(state.at("/channels/0/is_archived").asBoolean()).isTrue();
    assertThat(state.at("/app/commands/0/name").asText()).isEqualTo("/grenselos");
    assertThat(state.at("/app/shortcuts/0/callback_id").asText()).isEqualTo("ask_expert");
  }

  @Test
  void theControlsOfThePageReachTheHouse() throws Exception {
    play("snooze", "{'user':'U0ANA','minutes':15}");
    play("night", "{'user':'U0BEN','from':'22:00','to':'07:00'}");
    play("welcome", "{'id':'U0NILS','name':'nils','real_name':'Nils Ny'}");
    play("rename", "{'channel':'general','name':'alle'}");
    play("remove", "{'channel':'alle','user':'U0BEN','by':'U0ANA'}");

    assertThat(ok(api.form("dnd.info", "user", ANA)).path("dnd_enabled").asBoolean()).isTrue();
    assertThat(ok(api.form("dnd.info", "user", BEN)).path("dnd_enabled").asBoolean()).isTrue();
    assertThat(ok(api.form("users.info", "user", "U0NILS")).path("ok").asBoolean()).isTrue();
    assertThat(slack.channelId("alle")).isEqualTo(GENERAL);
    assertThat(play("night", "{'user':'U0BEN','from':'late','to':'early'}")).isEqualTo(400);
    assertThat(play("archive", "{'channel':'nowhere','by':'U0ANA'}")).isEqualTo(400);
  }

  private int play(String verb, String body) throws Exception {
    return api.post(
            playground.base().resolve("play/slack/house/" + verb), "application/json", quoted(body))
        .statusCode();
  }
}
