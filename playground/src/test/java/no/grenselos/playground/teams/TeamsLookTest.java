package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.IntStream;
import no.grenselos.playground.teams.tenant.GroupChat;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsSeed;
import org.junit.jupiter.api.Test;

class TeamsLookTest extends TeamsTest {
  @Override
  TeamsSeed seed() {
    TeamsSeed small = TeamsSeed.small();
    var many =
        new ArrayList<>(
            IntStream.range(0, 60).mapToObj(i -> TeamsPerson.of("p" + i, "Person " + i)).toList());
    many.addAll(small.people());
    var groups = new ArrayList<>(small.groups());
    groups.add(GroupChat.of("Alle", many));
    return small.people(many).groups(groups);
  }

  @Test
  void whoeverIsNamedSeesTheFreshCardAndTheOthersTheOldOne() throws Exception {
    answerWith("for you");
    String id = send(teams.conversationId("Vakt"), withCard(refreshing(ANA.teamsId())));
    teams.people().look(ANA_ID, id);
    JsonNode invoke = next("adaptiveCard/action");
    teams.people().look(KARI_ID, id);

    assertThat(invoke.at("/value/trigger").asText()).isEqualTo("automatic");
    assertThat(invoke.at("/value/action/verb").asText()).isEqualTo("fresh");
    assertThat(invoke.at("/value/action/data/entry").asText()).isEqualTo("7");
    assertThat(invoke.at("/from/aadObjectId").asText()).isEqualTo(ANA_ID);
    assertThat(text(ANA_ID, id)).isEqualTo("for you");
    assertThat(text(KARI_ID, id)).isEqualTo("for all");
    assertThat(bot.all).hasSize(1);
  }

  @Test
  void aCardThatNamesNobodyRefreshesForAllWhereTheyAreSixtyAtMost() throws Exception {
    answerWith("for you");
    String few = send(teams.conversationId("Vakt"), withCard(refreshing("")));
    String many = send(teams.conversationId("Alle"), withCard(refreshing("")));
    teams.people().look(ANA_ID, few);
    teams.people().look(ANA_ID, many);

    assertThat(text(ANA_ID, few)).isEqualTo("for you");
    assertThat(text(ANA_ID, many)).isEqualTo("for all");
  }

  @Test
  void anEditIsSeenByAllUntilTheyLookAgain() throws Exception {
    answerWith("for you");
    String chat = teams.conversationId("Vakt");
    String id = send(chat, withCard(refreshing(ANA.teamsId())));
    teams.people().look(ANA_ID, id);
    api.put("conversations/" + chat + "/activities/" + id, withCard(refreshing(ANA.teamsId())));
    String edited = text(ANA_ID, id);
    teams.people().look(ANA_ID, id);

    assertThat(edited).isEqualTo("for all");
    assertThat(text(ANA_ID, id)).isEqualTo("for you");
  }

  @Test
  void anOldClientAndACardWithoutRefreshAskNothing() throws Exception {
    String id = send(teams.conversationId("Vakt"), withCard(refreshing(ANA.teamsId())));
    String plain = sendCard(ANA, card(textBlock("plain"), ""));
    teams.people().look(ANA_ID, plain);
    teams.people().oldClient(ANA_ID, true);
    teams.people().look(ANA_ID, id);

    assertThat(bot.all).isEmpty();
  }

  private void answerWith(String text) {
    bot.answers(
        "{'statusCode':200,'type':'application/vnd.microsoft.card.adaptive','value':"
            + card(textBlock(text), "")
            + "}");
  }

  private String text(String who, String message) {
    return teams.card(who, message).at("/body/0/text").asText();
  }

  private static String refreshing(String teamsId) {
    String userIds = teamsId.isEmpty() ? "" : ",'userIds':['" + teamsId + "']";
    return "{'type':'AdaptiveCard','version':'1.5','body':["
        + textBlock("for all")
        + "],'refresh':{'action':{'type':'Action.Execute','verb':'fresh','data':{'entry':'7'}}"
        + userIds
        + "}}";
  }
}
