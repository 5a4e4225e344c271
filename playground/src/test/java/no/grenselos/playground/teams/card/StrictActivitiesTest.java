package no.grenselos.playground.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictActivitiesTest {
  private static final String CARD =
      "{'contentType':'application/vnd.microsoft.card.adaptive','content':"
          + "{'type':'AdaptiveCard','version':'1.5'}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'message','text':'hello','textFormat':'markdown','inputHint':'acceptingInput'}",
        "{'type':'message','summary':'one line','attachments':[" + CARD + "]}",
        "{'type':'message','text':'<at>Ana</at> look','entities':[{'type':'mention',"
            + "'text':'<at>Ana</at>','mentioned':{'id':'29:1','name':'Ana'}}]}",
        "{'type':'message','text':'a','channelData':{'notification':{'alert':true}},"
            + "'from':{'id':'28:x'},'conversation':{'id':'a:1'},'recipient':{'id':'29:1'},"
            + "'channelId':'msteams','serviceUrl':'http://a.example/','replyToId':'1'}",
        "{'type':'message','text':'as the SDK for Java writes it','properties':{},"
            + "'historyDisclosed':false}",
        "{'type':'typing'}"
      })
  void whatTeamsTakesIsTaken(String activity) {
    assertThat(StrictActivities.inActivity(parsed(activity))).isEmpty();
    assertThat(StrictActivities.inCards(parsed(activity))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'text':'no type'}",
        "{'type':'event','name':'x'}",
        "{'type':'message','text':' '}",
        "{'type':'message','text':'a','textFormat':'html'}",
        "{'type':'message','text':'a','blocks':[]}",
        "{'type':'message','text':'a','properties':{'b':1}}",
        "{'type':'message','attachments':[{'contentType':'text/html','content':'x'}]}",
        "{'type':'message','attachments':[{'contentType':"
            + "'application/vnd.microsoft.card.adaptive'}]}",
        "{'type':'message','text':'hello','entities':[{'type':'mention',"
            + "'text':'<at>Ana</at>','mentioned':{'id':'29:1','name':'Ana'}}]}"
      })
  void whatTeamsRefusesIsRefused(String activity) {
    assertThat(StrictActivities.inActivity(parsed(activity))).isNotEmpty();
  }

  @Test
  void aMentionInACardMustBeSaidInItsBody() {
    String mention =
        "{'type':'message','attachments':[{'contentType':"
            + "'application/vnd.microsoft.card.adaptive','content':{'type':'AdaptiveCard',"
            + "'version':'1.5','body':[{'type':'TextBlock','text':'%s'}],'msteams':{'entities':"
            + "[{'type':'mention','text':'<at>Ana</at>','mentioned':{'id':'29:1','name':'Ana'}}]}}}]}";

    assertThat(StrictActivities.inCards(parsed(mention.formatted("<at>Ana</at>")))).isEmpty();
    assertThat(StrictActivities.inCards(parsed(mention.formatted("Ana")))).hasSize(1);
  }

  @Test
  void aDialogHasACardAndASizeAtMost() {
    String task = "{'title':'T','height':%s,'width':400,'card':" + CARD + "}";

    assertThat(StrictActivities.inTask(parsed(task.formatted("'medium'")))).isEmpty();
    assertThat(StrictActivities.inTask(parsed(task.formatted("'tall'")))).isNotEmpty();
    assertThat(StrictActivities.inTask(parsed("{'title':'T'}"))).isNotEmpty();
  }

  private static JsonNode parsed(String json) {
    return Json.parse(json.replace('\'', '"'));
  }
}
