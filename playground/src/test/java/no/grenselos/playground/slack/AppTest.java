package no.grenselos.playground.slack;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small workspace with an app that listens. */
abstract class AppTest extends SlackTest {
  TestApp app;

  @BeforeEach
  void startApp() throws Exception {
    app = new TestApp();
    slack.deliverTo(app.address());
  }

  @AfterEach
  void stopApp() {
    app.close();
  }

  /** The next interaction of that type; what comes before it is passed over. */
  JsonNode next(String type) throws Exception {
    JsonNode payload = app.next().payload();
    while (!payload.path("type").asText().equals(type)) {
      payload = app.next().payload();
    }
    return payload;
  }

  /** The next event of that type. */
  JsonNode event(String type) throws Exception {
    JsonNode event = app.next().payload().path("event");
    while (!event.path("type").asText().equals(type)) {
      event = app.next().payload().path("event");
    }
    return event;
  }

  /** Ana does something that lets the app open a view for her. */
  String trigger() throws Exception {
    slack.people().shortcut(ANA, "any");
    return next("shortcut").path("trigger_id").asText();
  }

  JsonNode open(String blocks, String more) throws Exception {
    String view =
        "{'type':'modal','title':{'type':'plain_text','text':'Reply'},"
            + "'submit':{'type':'plain_text','text':'Send'},'blocks':["
            + blocks
            + "]"
            + more
            + "}";
    return ok(api.form("views.open", "trigger_id", trigger(), "view", quoted(view))).path("view");
  }

  static String input(String blockId, String element, String more) {
    return "{'type':'input','block_id':'"
        + blockId
        + "','label':{'type':'plain_text','text':'Field'},'element':"
        + element
        + more
        + "}";
  }
}
