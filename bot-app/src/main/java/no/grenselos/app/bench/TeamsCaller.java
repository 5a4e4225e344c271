package no.grenselos.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.chat.Press;

/**
 * Calls us as the Bot Connector does when people do something: with a signed token, over HTTP. Of
 * ten, six press the card's button, one of them on a client that is too old for universal actions;
 * two react, one sends a dialog, one says a command. All is about one card, whose buttons the real
 * adapter has sealed, and which is in nobody's books. Safe for many threads.
 */
final class TeamsCaller implements BenchHouse.Crowd {
  /** Teams waits so long for a bot (learn.microsoft.com, Teams conversation basics). */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration TO_LEARN = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PEOPLE = 200;

  /** A dialog is its person's: so many have one open. */
  private static final int WITH_DIALOG = 20;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI door;
  private final StandInTeams teams;
  private final String bearer;
  private final List<JsonNode> dialogs = new ArrayList<>();
  private JsonNode claim = JSON.missingNode();

  TeamsCaller(URI door, StandInTeams teams) {
    this.door = door;
    this.teams = teams;
    this.bearer = teams.bearer();
  }

  /** Somebody adds the bot to the team; then there is a card, and some people open its dialog. */
  void letIn(Grenselos service) throws InterruptedException {
    ObjectNode added = activity("installationUpdate", "f:added", 0, true).put("action", "add");
    int status = call(new BenchHouse.Deed("", "application/json", added.toString()));
    if (status != 200) throw new IllegalStateException("the bot was not let in: " + status);
    long end = System.nanoTime() + TO_LEARN.toNanos();
    while (!service
        .store()
        .read(books -> books.houseNotes().startingWith("teams", "channel:"))
        .containsKey("channel:" + StandInTeams.CHANNEL)) {
      if (System.nanoTime() > end) throw new IllegalStateException("the channel was not learnt");
      Thread.sleep(50);
    }
    try (SecondNode node = new SecondNode(teams, service)) {
      claim = node.button(Press.CLAIM);
      JsonNode passTo = node.button(Press.PASS_TO);
      for (int person = 0; person < WITH_DIALOG; person++) {
        ObjectNode fetch = invoke("task/fetch", "f:fetch" + person, person);
        fetch.putObject("value").set("data", passTo);
        dialogs.add(node.form(fetch.toString()));
      }
    }
  }

  @Override
  public BenchHouse.Deed deed(int number) {
    return switch (number % 10) {
      case 0 -> dialog(number);
      case 1, 2 -> reaction(number);
      case 3 -> command(number);
      case 4 -> pressOnOldClient(number);
      default -> press(number);
    };
  }

  private BenchHouse.Deed press(int number) {
    ObjectNode invoke = invoke("adaptiveCard/action", "f:" + number, number);
    ObjectNode action = invoke.putObject("value").put("trigger", "manual").putObject("action");
    action.put("type", "Action.Execute").put("verb", "press").set("data", claim);
    return deed(kept("press", number), invoke);
  }

  private BenchHouse.Deed pressOnOldClient(int number) {
    ObjectNode message = activity("message", "f:" + number, number, true);
    message.put("replyToId", StandInTeams.MESSAGE).set("value", claim);
    return deed(kept("press", number), message);
  }

  private BenchHouse.Deed dialog(int number) {
    // only tens come here
    int person = number / 10 % WITH_DIALOG;
    ObjectNode invoke = invoke("task/submit", "f:" + number, person);
    invoke.putObject("value").set("data", dialogs.get(person));
    String id = "teams:form:" + StandInTeams.CHANNEL + ":f:" + number + ":" + directoryId(person);
    return deed(id, invoke);
  }

  private BenchHouse.Deed reaction(int number) {
    ObjectNode reaction = activity("messageReaction", "f:" + number, number, true);
    reaction.put("replyToId", StandInTeams.MESSAGE);
    reaction.putArray("reactionsAdded").addObject().put("type", "like");
    return deed(kept("reaction", number) + ":like:on", reaction);
  }

  private BenchHouse.Deed command(int number) {
    return deed("", activity("message", "f:" + number, number, false).put("text", "topics"));
  }

  private static BenchHouse.Deed deed(String kept, ObjectNode activity) {
    return new BenchHouse.Deed(kept, "application/json; charset=utf-8", activity.toString());
  }

  /** As the adapter calls it. */
  private static String kept(String kind, int number) {
    return "teams:%s:%s:f:%d:%s".formatted(kind, StandInTeams.CHANNEL, number, directoryId(number));
  }

  private ObjectNode invoke(String name, String id, int person) {
    return activity("invoke", id, person, true)
        .put("name", name)
        .put("replyToId", StandInTeams.MESSAGE);
  }

  private ObjectNode activity(String type, String id, int person, boolean inChannel) {
    ObjectNode activity = JSON.createObjectNode().put("type", type).put("id", id);
    activity.put("channelId", "msteams").put("serviceUrl", teams.service()).put("locale", "nb-NO");
    activity
        .putObject("from")
        .put("id", "29:" + person % PEOPLE)
        .put("name", "Kari")
        .put("aadObjectId", directoryId(person));
    ObjectNode conversation =
        activity.putObject("conversation").put("tenantId", StandInTeams.TENANT);
    ObjectNode data = activity.putObject("channelData");
    data.putObject("tenant").put("id", StandInTeams.TENANT);
    if (inChannel) {
      conversation
          .put("id", StandInTeams.CHANNEL + ";messageid=" + StandInTeams.MESSAGE)
          .put("conversationType", "channel")
          .put("isGroup", true);
      data.putObject("team").put("id", StandInTeams.TEAM).put("name", "Bench");
    } else {
      conversation.put("id", "a:" + person % PEOPLE).put("conversationType", "personal");
    }
    activity.putObject("recipient").put("id", "28:" + StandInTeams.APP).put("name", "Grenselos");
    return activity;
  }

  private static String directoryId(int person) {
    return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", person % PEOPLE);
  }

  @Override
  public int call(BenchHouse.Deed deed) {
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .timeout(PATIENCE)
            .header("Content-Type", deed.type())
            .header("Authorization", bearer)
            .POST(HttpRequest.BodyPublishers.ofString(deed.body()))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
