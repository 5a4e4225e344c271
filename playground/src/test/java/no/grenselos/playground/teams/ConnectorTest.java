package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import no.grenselos.playground.teams.tenant.Shown;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsSeed;
import org.junit.jupiter.api.Test;

class ConnectorTest extends TeamsTest {
  private static final String HELLO = "{'type':'message','text':'hello'}";

  @Override
  TeamsSeed seed() {
    return TeamsSeed.small().withoutBot(BEN_ID);
  }

  @Test
  void theWayToAPersonIsAlwaysTheSameByEitherId() throws Exception {
    HttpResponse<String> byTeamsId = create(ANA.teamsId());
    HttpResponse<String> byGuid = create(ANA_ID);

    assertThat(byTeamsId.statusCode()).isEqualTo(201);
    assertThat(byTeamsId.body()).isEqualTo(byGuid.body());
    assertThat(ConnectorCaller.json(byGuid).path("id").asText())
        .isEqualTo(teams.personal(ANA.email()));
  }

  @Test
  void strangersAndPeopleWithoutTheBotAreRefused() throws Exception {
    assertThat(code(create("29:nobody"))).isEqualTo("400 BadArgument");
    assertThat(code(create("11111111-2222-4333-8444-555555555555"))).isEqualTo("404 NotFound");
    assertThat(code(create(BEN_ID))).isEqualTo("403 BotNotInConversationRoster");
    assertThat(code(api.post("conversations", "{'members':[],'tenantId':'else'}")))
        .isEqualTo("400 BadArgument");
    assertThat(teams.refusals()).hasSize(4);
  }

  @Test
  void aMessageIsSentEditedAndTakenAwayAndEveryVersionIsRemembered() throws Exception {
    String conversation = teams.personal(ANA_ID);
    String id = send(conversation, HELLO);
    String path = "conversations/" + conversation + "/activities/" + id;
    HttpResponse<String> edited = api.put(path, "{'type':'message','text':'changed'}");
    JsonNode now = teams.messages(ANA_ID).getFirst();
    HttpResponse<String> deleted = api.delete(path);

    assertThat(edited.statusCode()).isEqualTo(200);
    assertThat(now.path("text").asText()).isEqualTo("changed");
    assertThat(now.path("edited").asBoolean()).isTrue();
    assertThat(deleted.statusCode()).isEqualTo(200);
    assertThat(teams.messages(ANA_ID)).isEmpty();
    assertThat(teams.posts())
        .extracting(Shown::kind)
        .containsExactly(Shown.Kind.POSTED, Shown.Kind.EDITED, Shown.Kind.DELETED);
    assertThat(code(api.put(path, HELLO))).isEqualTo("404 ActivityNotFoundInConversation");
  }

  @Test
  void onlyOwnMessagesAreChanged() throws Exception {
    String conversation = teams.personal(ANA_ID);
    String id = teams.people().say(ANA_ID, "", "mine");

    assertThat(code(api.put("conversations/" + conversation + "/activities/" + id, HELLO)))
        .isEqualTo("403 Forbidden");
  }

  @Test
  void aThreadIsBegunInAChannelAndGoesOnUnderItsAddress() throws Exception {
    String channel = teams.conversationId("kundeservice");
    JsonNode thread =
        ConnectorCaller.json(
            api.post(
                "conversations",
                "{'isGroup':true,'channelData':{'channel':{'id':'"
                    + channel
                    + "'}},'tenantId':'"
                    + seed().tenantId()
                    + "','activity':"
                    + HELLO
                    + "}"));
    String id = thread.path("id").asText();
    send(id, HELLO);
    send(ConnectorCaller.encoded(id), HELLO);
    send(id.replace(":", "%3A").replace("@", "%40"), HELLO);

    assertThat(id).isEqualTo(channel + ";messageid=" + thread.path("activityId").asText());
    assertThat(teams.messages(id)).hasSize(4);
    assertThat(teams.messages("kundeservice")).hasSize(4);
  }

  @Test
  void anAnswerGoesToTheThreadOfItsMessageAndToAnUnknownOneIsANewThread() throws Exception {
    String channel = teams.conversationId("kundeservice");
    String root = send(channel, HELLO);
    api.post("conversations/" + channel + "/activities/" + root, HELLO);
    api.post("conversations/" + channel + "/activities/8b5d8a4e-unknown", HELLO);

    assertThat(teams.messages(channel + ";messageid=" + root)).hasSize(2);
    assertThat(teams.messages(channel)).hasSize(3);
    assertThat(code(api.post("conversations/" + channel + ";messageid=9/activities", HELLO)))
        .isEqualTo("404 ActivityNotFoundInConversation");
  }

  @Test
  void whereTheBotMayNotWriteTeamsSaysWhy() throws Exception {
    String path = "conversations/" + teams.personal(ANA_ID) + "/activities";

    teams.house().block(ANA_ID);
    assertThat(code(api.post(path, HELLO))).isEqualTo("403 ConversationBlockedByUser");
    teams.house().silence(ANA_ID);
    assertThat(code(api.post(path, HELLO))).isEqualTo("403 MessageWritesBlocked");
    teams.house().uninstall(ANA_ID);
    assertThat(code(api.post(path, HELLO))).isEqualTo("403 BotNotInConversationRoster");
    teams.house().install(ANA_ID);
    teams.house().disable(true);
    assertThat(code(api.post(path, HELLO))).isEqualTo("403 BotDisabledByAdmin");
    teams.house().disable(false);
    assertThat(api.post(path, HELLO).statusCode()).isEqualTo(201);
    assertThat(code(api.post("conversations/a:none/activities", HELLO)))
        .isEqualTo("404 ConversationNotFound");
  }

  @Test
  void withoutATokenNothingIsDone() throws Exception {
    try (var stranger = new ConnectorCaller(teams)) {
      String path = "conversations/" + teams.personal(ANA_ID) + "/activities";

      assertThat(stranger.post(path, HELLO).statusCode()).isEqualTo(401);
      assertThat(teams.messages(ANA_ID)).isEmpty();
    }
  }

  @Test
  void brokenActivitiesAreRefusedWithAReason() throws Exception {
    String path = "conversations/" + teams.personal(ANA_ID) + "/activities";

    assertThat(code(api.post(path, "{'type':"))).isEqualTo("400 BadSyntax");
    assertThat(code(api.post(path, "[]"))).isEqualTo("400 BadSyntax");
    assertThat(code(api.post(path, "{'type':'message'}"))).isEqualTo("400 BadSyntax");
    assertThat(code(api.post(path, "{'type':'message','text':'x','textFormat':'html'}")))
        .isEqualTo("400 BadSyntax");
    assertThat(code(api.post(path, withCard("{'type':'AdaptiveCard','version':'9'}"))))
        .isEqualTo("400 BadArgument");
    assertThat(teams.refusals().getLast().reason()).contains("/content/version");
  }

  @Test
  void anActivityOfMoreThan28KilobytesIsTooBig() throws Exception {
    String path = "conversations/" + teams.personal(ANA_ID) + "/activities";
    String frame = "{'type':'message','text':''}";
    int room = 28 * 1024 - frame.length();
    String fits = frame.replace("''}", "'" + "x".repeat(room) + "'}");

    assertThat(api.post(path, fits).statusCode()).isEqualTo(201);
    assertThat(code(api.post(path, fits.replace("xx", "xæ")))).isEqualTo("413 MessageSizeTooBig");
  }

  @Test
  void typingIsTakenAndNotKept() throws Exception {
    send(teams.personal(ANA_ID), "{'type':'typing'}");

    assertThat(teams.messages(ANA_ID)).isEmpty();
  }

  @Test
  void theRosterIsGivenWholeInPagesAndOneByOne() throws Exception {
    String channel = "conversations/" + teams.conversationId("kundeservice");
    JsonNode all = ConnectorCaller.json(api.get(channel + "/members"));
    JsonNode first = ConnectorCaller.json(api.get(channel + "/pagedmembers?pageSize=2"));
    String more = first.path("continuationToken").asText();
    JsonNode last =
        ConnectorCaller.json(
            api.get(channel + "/pagedmembers?pageSize=2&continuationToken=" + more));

    assertThat(all).hasSize(3);
    assertThat(first.path("members")).hasSize(2);
    assertThat(last.path("members")).hasSize(1);
    assertThat(last.has("continuationToken")).isFalse();
    for (String id : new String[] {ANA_ID, ANA.teamsId(), ANA.email()}) {
      JsonNode ana = ConnectorCaller.json(api.get(channel + "/members/" + id));
      assertThat(ana.path("id").asText()).isEqualTo(ANA.teamsId());
      assertThat(ana.path("userPrincipalName").asText()).isEqualTo(ANA.email());
    }
    assertThat(code(api.get(channel + "/members/" + TeamsPerson.of("x", "X").aadObjectId())))
        .isEqualTo("404 MemberNotFoundInConversation");
  }

  @Test
  void aTeamTellsItsNameAndItsChannels() throws Exception {
    String id = seed().teams().getFirst().id();
    JsonNode team = ConnectorCaller.json(api.get("teams/" + id));
    JsonNode channels =
        ConnectorCaller.json(api.get("teams/" + id + "/conversations")).path("conversations");

    assertThat(team.path("name").asText()).isEqualTo("Fjordvarme");
    assertThat(team.path("channelCount").asInt()).isEqualTo(2);
    assertThat(channels).hasSize(2);
    assertThat(channels.get(0).has("name")).isFalse();
    assertThat(channels.get(1).path("name").asText()).isEqualTo("kundeservice");
    assertThat(code(api.get("teams/19:none@thread.tacv2"))).isEqualTo("404 NotFound");
  }

  private HttpResponse<String> create(String member) throws Exception {
    return api.post(
        "conversations",
        "{'isGroup':false,'bot':{'id':'28:x'},'members':[{'id':'"
            + member
            + "'}],'tenantId':'"
            + seed().tenantId()
            + "'}");
  }
}
