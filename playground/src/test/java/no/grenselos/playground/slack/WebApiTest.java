package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.playground.slack.workspace.Shown;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;

class WebApiTest extends SlackTest {
  @Override
  SlackSeed seed() {
    SlackSeed small = SlackSeed.small();
    List<SlackChannel> channels = new ArrayList<>(small.channels());
    channels.add(SlackChannel.open("lonely", ANA));
    channels.add(SlackChannel.closed("secret", ANA));
    channels.add(SlackChannel.open("old", ANA, small.app().botUser()));
    Set<String> scopes = new HashSet<>(SlackApp.usual().scopes());
    scopes.remove("users:read.email");
    return small.channels(channels).app(small.app().scopes(scopes));
  }

  @Test
  void authTestTellsWhoAsksAndWithWhichScopes() throws Exception {
    var response = api.send("auth.test");

    assertThat(Json.parse(response.body()).path("bot_id").asText()).isEqualTo("B0GRENSELOS");
    assertThat(response.headers().firstValue("x-oauth-scopes").orElse("")).contains("chat:write");
  }

  @Test
  void wrongTokensAreRefusedInSlacksWords() throws Exception {
    try (var nobody = new ApiCaller(playground.slackApi(), "");
        var stranger = new ApiCaller(playground.slackApi(), "xoxb-else");
        var socket = new ApiCaller(playground.slackApi(), "xapp-playground-app")) {
      assertThat(error(nobody.form("auth.test"))).isEqualTo("not_authed");
      assertThat(error(stranger.form("auth.test"))).isEqualTo("invalid_auth");
      assertThat(error(socket.form("users.list"))).isEqualTo("not_allowed_token_type");
      assertThat(ok(socket.form("auth.test"))).isNotNull();
      assertThat(ok(nobody.form("auth.test", "token", "xoxb-playground-bot"))).isNotNull();
    }
    assertThat(error(api.form("apps.connections.open"))).isEqualTo("not_allowed_token_type");
  }

  @Test
  void anUnknownMethodIsNamed() throws Exception {
    JsonNode answer = api.form("chat.shout");

    assertThat(error(answer)).isEqualTo("unknown_method");
    assertThat(answer.path("req_method").asText()).isEqualTo("chat.shout");
  }

  @Test
  void aMissingScopeIsNamedWithThoseThatAreThere() throws Exception {
    JsonNode answer = api.form("users.lookupByEmail", "email", "ana@workspace.example");

    assertThat(error(answer)).isEqualTo("missing_scope");
    assertThat(answer.path("needed").asText()).isEqualTo("users:read.email");
    assertThat(answer.path("provided").asText()).contains("users:read").doesNotContain("email");
  }

  @Test
  void aPostGoesToAChannelByIdOrNameAndToAPersonsConversation() throws Exception {
    JsonNode byId = ok(api.form("chat.postMessage", "channel", GENERAL, "text", "one"));
    JsonNode byName = ok(api.form("chat.postMessage", "channel", "#general", "text", "two"));
    JsonNode direct = ok(api.form("chat.postMessage", "channel", ANA, "text", "three"));

    assertThat(byId.path("channel")).isEqualTo(byName.path("channel"));
    assertThat(direct.path("channel").asText()).isEqualTo("D0ANA");
    assertThat(byName.path("ts").asText()).isGreaterThan(byId.path("ts").asText());
    assertThat(slack.messages(ANA))
        .singleElement()
        .satisfies(m -> assertThat(m.path("text").asText()).isEqualTo("three"));
  }

  @Test
  void jsonBodiesAreTakenAndMetadataIsKept() throws Exception {
    ObjectNode body =
        object(
            "{'channel':'CGENERAL','text':'hi','metadata':"
                + "{'event_type':'nudge','event_payload':{'entry':'42'}}}");
    JsonNode posted = ok(api.json("chat.postMessage", body));

    assertThat(posted.path("message").path("bot_id").asText()).isEqualTo("B0GRENSELOS");
    assertThat(slack.posts())
        .singleElement()
        .satisfies(shown -> {
          assertThat(shown.kind()).isEqualTo(Shown.Kind.POSTED);
          assertThat(shown.payload("entry")).isEqualTo("42");
        });
    JsonNode plain = ok(api.form("conversations.history", "channel", GENERAL));
    JsonNode full =
        ok(api.form("conversations.history", "channel", GENERAL, "include_all_metadata", "true"));
    assertThat(plain.path("messages").get(0).has("metadata")).isFalse();
    assertThat(full.at("/messages/0/metadata/event_payload/entry").asText()).isEqualTo("42");
  }

  @Test
  void postsAreRefusedWhereTheAppMayNotBe() throws Exception {
    slack.archive("old");

    assertThat(error(api.form("chat.postMessage", "channel", "CLONELY", "text", "x")))
        .isEqualTo("not_in_channel");
    assertThat(error(api.form("chat.postMessage", "channel", "CSECRET", "text", "x")))
        .isEqualTo("channel_not_found");
    assertThat(error(api.form("chat.postMessage", "channel", "COLD", "text", "x")))
        .isEqualTo("is_archived");
    assertThat(error(api.form("chat.postMessage", "channel", "U0NOBODY", "text", "x")))
        .isEqualTo("channel_not_found");
    assertThat(error(api.form("chat.postMessage", "channel", GENERAL))).isEqualTo("no_text");
    assertThat(slack.refusals()).hasSize(5);
  }

  @Test
  void afterJoiningAPublicChannelTheAppMayPost() throws Exception {
    ok(api.form("conversations.join", "channel", "CLONELY"));

    ok(api.form("chat.postMessage", "channel", "CLONELY", "text", "x"));
    JsonNode members = ok(api.form("conversations.members", "channel", "CLONELY"));
    assertThat(members.path("members")).hasSize(2);
  }

  @Test
  void textOfFortyThousandIsTakenAndOneMoreIsNot() throws Exception {
    ok(api.form("chat.postMessage", "channel", GENERAL, "text", "x".repeat(40_000)));

    assertThat(error(api.form("chat.postMessage", "channel", GENERAL, "text", "x".repeat(40_001))))
        .isEqualTo("msg_too_long");
  }

  @Test
  void anUpdateKeepsWhatItDoesNotNameAndEveryVersionIsRemembered() throws Exception {
    String ts = postBlocks(GENERAL, quoted("[{'type':'divider'}]"));
    ok(api.form("chat.update", "channel", GENERAL, "ts", ts, "text", "later"));
    ok(api.form("chat.delete", "channel", GENERAL, "ts", ts));

    assertThat(slack.posts())
        .extracting(Shown::kind)
        .containsExactly(Shown.Kind.POSTED, Shown.Kind.EDITED, Shown.Kind.DELETED);
    assertThat(slack.posts().get(1).message().path("blocks")).hasSize(1);
    assertThat(slack.messages(GENERAL)).isEmpty();
    assertThat(error(api.form("chat.update", "channel", GENERAL, "ts", ts, "text", "x")))
        .isEqualTo("message_not_found");
  }

  @Test
  void onlyOwnMessagesAreChanged() throws Exception {
    String ts = slack.people().say(ANA, GENERAL, "mine");

    assertThat(error(api.form("chat.update", "channel", GENERAL, "ts", ts, "text", "x")))
        .isEqualTo("cant_update_message");
    assertThat(error(api.form("chat.delete", "channel", GENERAL, "ts", ts)))
        .isEqualTo("cant_delete_message");
  }

  @Test
  void reactionsAreCountedOncePerPerson() throws Exception {
    String ts = post(GENERAL, "x");
    slack.people().react(ANA, GENERAL, ts, "eyes");
    ok(api.form("reactions.add", "channel", GENERAL, "timestamp", ts, "name", "eyes"));

    assertThat(
            error(api.form("reactions.add", "channel", GENERAL, "timestamp", ts, "name", "eyes")))
        .isEqualTo("already_reacted");
    JsonNode message = ok(api.form("reactions.get", "channel", GENERAL, "timestamp", ts));
    assertThat(message.at("/message/reactions/0/count").asInt()).isEqualTo(2);
    ok(api.form("reactions.remove", "channel", GENERAL, "timestamp", ts, "name", "eyes"));
    assertThat(
            error(
                api.form("reactions.remove", "channel", GENERAL, "timestamp", ts, "name", "eyes")))
        .isEqualTo("no_reaction");
  }

  @Test
  void peopleAndChannelsAreListed() throws Exception {
    JsonNode ana = ok(api.form("users.info", "user", ANA, "include_locale", "true")).path("user");

    assertThat(ana.at("/profile/title").asText()).contains("heat pumps");
    assertThat(ana.path("tz_offset").asInt()).isEqualTo(3600);
    assertThat(ana.path("locale").asText()).isEqualTo("nb-NO");
    assertThat(ana.path("profile").has("email")).isFalse();
    assertThat(ok(api.form("users.list")).path("members")).hasSize(4);
    assertThat(error(api.form("users.info", "user", "U0NONE"))).isEqualTo("user_not_found");
    assertThat(ok(api.form("conversations.list")).path("channels")).hasSize(4);
    assertThat(ok(api.form("conversations.info", "channel", GENERAL)).at("/channel/name").asText())
        .isEqualTo("general");
    assertThat(ok(api.form("conversations.open", "users", BEN)).at("/channel/id").asText())
        .isEqualTo("D0BEN");
  }

  @Test
  void aPermalinkNamesTheMessage() throws Exception {
    String ts = post(GENERAL, "x");

    JsonNode link = ok(api.form("chat.getPermalink", "channel", GENERAL, "message_ts", ts));
    assertThat(link.path("permalink").asText()).endsWith("/CGENERAL/p" + ts.replace(".", ""));
  }
}
