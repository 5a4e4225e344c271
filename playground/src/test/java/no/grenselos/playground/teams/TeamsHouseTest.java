package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.teams.tenant.TeamsSeed;
import org.junit.jupiter.api.Test;

class TeamsHouseTest extends TeamsTest {
  @Override
  TeamsSeed seed() {
    return TeamsSeed.small().withoutBot(BEN_ID);
  }

  @Test
  void anInstallIsToldTwoWaysAndOpensTheConversation() throws Exception {
    teams.people().say(BEN_ID, "", "nobody there");
    teams.house().install(BEN_ID);
    JsonNode one = bot.next().activity();
    JsonNode two = bot.next().activity();
    JsonNode update = one.path("type").asText().equals("installationUpdate") ? one : two;
    JsonNode members = update.equals(one) ? two : one;

    assertThat(update.path("action").asText()).isEqualTo("add");
    assertThat(update.at("/from/aadObjectId").asText()).isEqualTo(BEN_ID);
    assertThat(update.at("/conversation/id").asText()).isEqualTo(teams.personal(BEN_ID));
    assertThat(members.at("/membersAdded/0/id").asText()).isEqualTo(seed().app().botId());
    send(teams.personal(BEN_ID), "{'type':'message','text':'welcome'}");
  }

  @Test
  void aTeamThrowsTheBotOut() throws Exception {
    teams.house().uninstallFrom("Fjordvarme", KARI_ID);

    assertThat(next("installationUpdate").path("action").asText()).isEqualTo("remove");
    String path = "conversations/" + teams.conversationId("kundeservice") + "/activities";
    assertThat(code(api.post(path, "{'type':'message','text':'x'}")))
        .isEqualTo("403 BotNotInConversationRoster");
    teams.house().installIn("Fjordvarme", KARI_ID);
    teams.house().uninstallFrom("Vakt", KARI_ID);
    assertThat(api.post(path, "{'type':'message','text':'x'}").statusCode()).isEqualTo(201);
  }

  @Test
  void aBlockIsToldToNobody() throws Exception {
    teams.house().block(ANA_ID);
    teams.people().say(ANA_ID, "", "into the void");
    teams.house().unblock(ANA_ID);
    teams.people().say(ANA_ID, "", "back");

    assertThat(next("message").path("text").asText()).isEqualTo("back");
    assertThat(bot.all).hasSize(1);
  }

  @Test
  void channelsComeAndGoAndComeBack() throws Exception {
    String id = teams.house().createChannel("Fjordvarme", "salg", KARI_ID);
    JsonNode created = next("conversationUpdate").path("channelData");
    send(id, "{'type':'message','text':'first'}");
    teams.house().renameChannel(id, "salg og service", KARI_ID);
    JsonNode renamed = next("conversationUpdate").path("channelData");
    teams.house().deleteChannel(id, KARI_ID);
    JsonNode deleted = next("conversationUpdate").path("channelData");
    String gone =
        code(api.post("conversations/" + id + "/activities", "{'type':'message','text':'x'}"));
    teams.house().restoreChannel("Fjordvarme", id, KARI_ID);
    JsonNode restored = next("conversationUpdate").path("channelData");

    assertThat(created.path("eventType").asText()).isEqualTo("channelCreated");
    assertThat(created.at("/channel/id").asText()).isEqualTo(id);
    assertThat(renamed.path("eventType").asText()).isEqualTo("channelRenamed");
    assertThat(renamed.at("/channel/name").asText()).isEqualTo("salg og service");
    assertThat(deleted.path("eventType").asText()).isEqualTo("channelDeleted");
    assertThat(gone).isEqualTo("404 ConversationNotFound");
    assertThat(restored.path("eventType").asText()).isEqualTo("channelRestored");
    assertThat(teams.messages(id)).hasSize(1);
  }

  @Test
  void aTeamGetsAnotherName() throws Exception {
    teams.house().renameTeam("Fjordvarme", "Fjordkraft", KARI_ID);

    JsonNode data = next("conversationUpdate").path("channelData");
    assertThat(data.path("eventType").asText()).isEqualTo("teamRenamed");
    assertThat(data.at("/team/name").asText()).isEqualTo("Fjordkraft");
    assertThatThrownBy(() -> teams.house().renameTeam("Fjordvarme", "x", KARI_ID))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void reactionsToTheBotsMessagesAreToldAndNoOthers() throws Exception {
    String chat = teams.conversationId("Vakt");
    String own = send(chat, "{'type':'message','text':'look'}");
    String said = teams.people().say(KARI_ID, "Vakt", "hi");
    teams.people().react(ANA_ID, said, "like");
    teams.people().react(ANA_ID, own, "like");
    JsonNode added = next("messageReaction");
    teams.people().react(ANA_ID, own, "like");
    teams.people().unreact(ANA_ID, own, "like");
    JsonNode removed = next("messageReaction");

    assertThat(added.path("replyToId").asText()).isEqualTo(own);
    assertThat(added.at("/reactionsAdded/0/type").asText()).isEqualTo("like");
    assertThat(removed.at("/reactionsRemoved/0/type").asText()).isEqualTo("like");
    assertThat(bot.all).hasSize(2);
    assertThat(teams.messages("Vakt").getFirst().path("reactions")).isEmpty();
    assertThat(teams.messages("Vakt").get(1).at("/reactions/0/people/0").asText())
        .isEqualTo(ANA_ID);
  }
}
