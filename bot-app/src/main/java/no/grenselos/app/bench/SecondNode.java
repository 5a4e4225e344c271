package no.grenselos.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Providers;
import no.grenselos.chat.Card;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatProvider;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.flow.HouseMemory;
import no.grenselos.web.Body;
import no.grenselos.web.HttpCall;

/**
 * The real Teams adapter once more, on the store of the service that is measured, as on a second
 * node: it draws and seals a card that is in nobody's books, and forms about it.
 */
final class SecondNode implements AutoCloseable {
  static final PlacementId CARD = new PlacementId(1_000_000);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StandInTeams teams;
  private final Chat chat;

  SecondNode(StandInTeams teams, Grenselos service) {
    this.teams = teams;
    Map<String, Node> keys = new LinkedHashMap<>();
    Map.of(
            "app-id", StandInTeams.APP,
            "tenant", StandInTeams.TENANT,
            "service-urls", teams.host(),
            "service-url", teams.service(),
            "login", teams.at("/login/"),
            "open-id", teams.at("/openid"))
        .forEach((key, text) -> keys.put(key, new Node.Scalar(text, 1)));
    Problems problems = new Problems("bench");
    Clock clock = Clock.systemUTC();
    ChatContext context =
        new ChatContext(
            clock,
            name -> Optional.ofNullable(teams.secrets().get(name)).map(Secret::new),
            new OneForm(),
            new HouseMemory("teams", service::store, clock));
    ChatProvider provider =
        Optional.ofNullable(Providers.installed().chats().get("teams"))
            .orElseThrow(() -> new IllegalStateException("Teams is not on the class path"));
    this.chat =
        provider.open(new Settings(new Node.Mapping(keys, 1), "chats.teams", problems), context);
    problems.throwIfAny();
    chat.start();
  }

  /** Sends the card; gives back what its button for this press says, with our seal. */
  JsonNode button(Press press) {
    Card card =
        new Card(
            "A post",
            List.of(),
            List.of(new Card.Button.Act(Press.CLAIM, "Mine", true)),
            List.of(new Card.Choice(Press.PASS_TO, "Ask another")),
            "A post");
    Delivery delivery =
        chat.port().post(new Place.Channel("teams", StandInTeams.CHANNEL_NAME), CARD, card);
    if (!(delivery instanceof Delivery.Delivered)) {
      throw new IllegalStateException("the card was not sent: " + delivery);
    }
    return said(read(teams.sent().getLast()), press.name());
  }

  /** What the button of a form says, opened by that activity. */
  JsonNode form(String activity) {
    HttpCall call =
        new HttpCall(
            "POST", "/", "", Map.of("Authorization", List.of(teams.bearer())), Body.of(activity));
    String answer = chat.webhook().orElseThrow().receive(call).body().text();
    return said(read(answer), "");
  }

  /** The first data of ours that asks for this, or is of a form where nothing is named. */
  private static JsonNode said(JsonNode node, String press) {
    JsonNode found = find(node, press);
    if (found.isMissingNode()) throw new IllegalStateException("no button in " + node);
    return found;
  }

  private static JsonNode find(JsonNode node, String press) {
    JsonNode data = node.path("data");
    boolean ours = data.path("grenselos").asInt() == 1;
    if (ours && (press.isEmpty() ? data.has("form") : data.path("press").asText().equals(press))) {
      return data;
    }
    for (JsonNode child : node) {
      JsonNode found = find(child, press);
      if (!found.isMissingNode()) return found;
    }
    return JSON.missingNode();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  @Override
  public void close() {
    chat.close();
  }

  /** Has one form, and is told of nothing that matters. */
  private static final class OneForm implements ChatListener {
    @Override
    public void happened(ChatEvent event) {
      // the service that is measured hears of it
    }

    @Override
    public Optional<Form> open(
        FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
      return Optional.of(
          new Form(kind, on, "Who?", "Ask", "No", List.of(new Form.Field.Words("Who knows it?"))));
    }

    @Override
    public Optional<Form> changed(
        FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
      return open(kind, on, who, values);
    }

    @Override
    public Map<String, String> submitted(
        String eventId, ChatUser who, FormKind kind, ChatEvent.On on, Map<String, String> values) {
      return Map.of();
    }

    @Override
    public Page home(ChatUser who) {
      throw new UnsupportedOperationException("nobody is at home here");
    }

    @Override
    public Page said(String eventId, ChatUser who, String words) {
      throw new UnsupportedOperationException("nobody listens here");
    }

    @Override
    public Optional<Card> shown(PlacementId card, ChatUser who) {
      return Optional.empty();
    }

    @Override
    public Optional<Card> about(ChatUser who, URI address) {
      return Optional.empty();
    }
  }
}
