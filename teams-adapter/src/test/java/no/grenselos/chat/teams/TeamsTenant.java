package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatContract;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.FrontDoor;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.KeptInMemory;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.MovedClock;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.teams.PlayTeams;
import no.grenselos.playground.teams.identity.Forgery;
import no.grenselos.playground.teams.people.Outcome;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsSeed;

/** The adapter against the playground's Teams, over HTTP with signed tokens. */
final class TeamsTenant implements ChatContract.StandIn {
  static final Duration SOON = Duration.ofSeconds(30);
  static final String TEAM = "Fjordvarme";

  final MovedClock clock = new MovedClock();
  final KeptInMemory memory = new KeptInMemory();
  private HeardEvents heard;
  final Playground playground;
  final PlayTeams teams;
  private Chat chat;
  private FrontDoor front;

  private TeamsTenant(HeardEvents heard, TeamsSeed seed) throws Exception {
    this.heard = heard;
    this.playground =
        Playground.start(new PlaygroundOptions(0, clock, List.of(new PlayTeams(seed))));
    this.teams = playground.part(PlayTeams.class);
    // Microsoft's kit looks at tokens' dates by the system's time
    teams.signBy(Clock.systemUTC());
    this.chat = open();
    this.front = new FrontDoor(chat.webhook().orElseThrow());
    start();
  }

  /** Where the bot was added to the team before this process began. */
  static TeamsTenant open(HeardEvents heard) throws Exception {
    TeamsTenant tenant = new TeamsTenant(new HeardEvents(), TeamsSeed.small());
    tenant.addToTeam();
    tenant.heard = heard;
    tenant.startAgain();
    return tenant;
  }

  /** Where the bot was never added to a team. */
  static TeamsTenant bare(HeardEvents heard) throws Exception {
    return new TeamsTenant(heard, TeamsSeed.small());
  }

  /** The same, of other people. */
  static TeamsTenant of(HeardEvents heard, TeamsSeed seed) throws Exception {
    return new TeamsTenant(heard, seed);
  }

  private void start() {
    chat.start();
    teams.deliverTo(front.address());
  }

  /** Somebody adds the bot to the team, and it learns the channels. */
  void addToTeam() throws InterruptedException {
    teams.house().installIn(TEAM, id("kari"));
    awaitNote("channel:" + teams.conversationId("kundeservice"));
    // Teams tells of it in two ways, and both are heard
    if (!teams.await(play -> play.calls("team") >= 2, SOON)) throw new AssertionError("one list");
  }

  /** Waits until the adapter has noted it. */
  void awaitNote(String key) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    for (int looks = 1; memory.recall(key).isEmpty(); looks++) {
      if (System.nanoTime() > end) throw new AssertionError("nothing is noted of " + key);
      boolean unused = teams.await(play -> false, Duration.ofMillis(20));
      // a token that a slow machine did not get in time is asked for again when time has passed
      if (looks % 100 == 0) clock.forward(Duration.ofSeconds(6));
    }
  }

  private Chat open() {
    return open(teams.seed().app().secret());
  }

  private Chat open(String password) {
    Map<String, Node> keys = new LinkedHashMap<>();
    put(keys, "app-id", teams.seed().app().appId());
    put(keys, "tenant", teams.seed().tenantId());
    put(keys, "service-urls", teams.serviceUrl().getAuthority());
    put(keys, "service-url", teams.serviceUrl().toString());
    put(keys, "login", teams.login().toString());
    put(keys, "open-id", teams.login().resolve("v1/.well-known/openidconfiguration").toString());
    Problems problems = new Problems("grenselos.yml");
    Settings settings = new Settings(new Node.Mapping(keys, 1), "chats.teams", problems);
    ChatContext context =
        new ChatContext(clock, name -> Optional.of(new Secret(password)), heard, memory);
    Chat opened = new TeamsChatProvider().open(settings, context);
    problems.throwIfAny();
    return opened;
  }

  private static void put(Map<String, Node> keys, String key, String value) {
    keys.put(key, new Node.Scalar(value, 2));
  }

  /** A new process, which remembers what is in the store alone. */
  void startAgain() throws Exception {
    chat.close();
    front.close();
    chat = open();
    front = new FrontDoor(chat.webhook().orElseThrow());
    start();
  }

  TeamsPerson somebody(String handle) {
    return teams.seed().person(handle);
  }

  String id(String handle) {
    return somebody(handle).aadObjectId();
  }

  ChatUser user(String handle) {
    TeamsPerson person = somebody(handle);
    return new ChatUser(new Handle("teams", person.aadObjectId()), person.name());
  }

  Place alone(String handle) {
    return new Place.Direct(user(handle).handle());
  }

  @Override
  public Chat chat() {
    return chat;
  }

  FrontDoor front() {
    return front;
  }

  @Override
  public HeardEvents heard() {
    return heard;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public ChatUser person() {
    return user("kari");
  }

  @Override
  public Email address() {
    return new Email(somebody("kari").email());
  }

  @Override
  public Place channel() {
    return new Place.Channel("teams", "#kundeservice");
  }

  MessageRef posted(Place place, long number, Card card) {
    Delivery delivery = chat.port().post(place, new PlacementId(number), card);
    if (delivery instanceof Delivery.Delivered delivered) return delivered.ref();
    throw new AssertionError("not posted: " + delivery);
  }

  @Override
  public List<String> shown(Place place) {
    return messages(place).stream().map(JsonNode::toString).toList();
  }

  List<JsonNode> messages(Place place) {
    return switch (place) {
      case Place.Direct direct -> teams.messages(direct.to().id());
      case Place.Channel channel -> teams.messages(channel.name().replace("#", ""));
    };
  }

  /** All the text on a card. */
  static String text(JsonNode card) {
    StringBuilder text = new StringBuilder();
    collect(card, text);
    return text.toString();
  }

  private static void collect(JsonNode node, StringBuilder text) {
    if (node.path("text").isTextual()) text.append(node.path("text").textValue()).append('\n');
    if (node.path("title").isTextual()) text.append(node.path("title").textValue()).append('\n');
    node.forEach(child -> collect(child, text));
  }

  /** The card of the message as they see it. */
  JsonNode card(String who, MessageRef ref) {
    return teams.card(id(who), ref.message());
  }

  /** As people press: the action on the card as they see it. */
  Outcome press(String who, MessageRef ref, Press press) {
    String title = title(card(who, ref), press);
    return teams
        .people()
        .press(no.grenselos.playground.teams.people.Press.on(id(who), ref.message(), title));
  }

  private static String title(JsonNode node, Press press) {
    for (JsonNode action : actions(node)) {
      if (action.path("data").path("press").asText().equals(press.name())) {
        return action.path("title").asText();
      }
    }
    throw new AssertionError("no way to press " + press + " on " + node);
  }

  static List<JsonNode> actions(JsonNode node) {
    List<JsonNode> actions = new ArrayList<>();
    if (node.path("type").asText().startsWith("Action.")) actions.add(node);
    node.properties()
        .forEach(entry -> {
          if (!entry.getKey().equals("fallback") && !entry.getKey().equals("refresh")) {
            actions.addAll(actions(entry.getValue()));
          }
        });
    if (node.isArray()) node.forEach(child -> actions.addAll(actions(child)));
    return actions;
  }

  /** What the buttons on the card ask for. */
  static List<String> presses(JsonNode card) {
    return actions(card).stream()
        .map(action -> action.path("data").path("press").asText())
        .filter(press -> !press.isEmpty())
        .toList();
  }

  @Override
  public List<byte[]> pictures(MessageRef ref) {
    String within = "data:image/png;base64,";
    return card("kari", ref).findValuesAsText("url").stream()
        .filter(address -> address.startsWith(within))
        .map(address -> Base64.getDecoder().decode(address.substring(within.length())))
        .toList();
  }

  @Override
  public void slowDown(Duration wait) {
    teams.weather().rateLimitNext(1, wait);
  }

  @Override
  public void revokeToken() {
    chat.close();
    chat = open("a password of last year");
  }

  /** Of what Teams may repeat there are messages and reactions: an old client sends a message. */
  @Override
  public void pressTwice(MessageRef ref, Press press) {
    teams.people().oldClient(id("kari"), true);
    teams.faults().deliverTwice();
    Outcome unused = press("kari", ref, press);
  }

  @Override
  public int strangerCalls() {
    int before = front.visits().size();
    teams.faults().forge(Forgery.WRONG_KEY);
    String unused = teams.people().say(id("kari"), "", "queue");
    try {
      boolean came = teams.await(play -> front.visits().size() > before, SOON);
      if (!came) throw new AssertionError("nobody called");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return front.last().answer().status();
  }

  @Override
  public List<String> harm(MessageRef ref) {
    JsonNode message =
        teams.messages(ref.channel()).stream()
            .filter(one -> one.path("id").asText().equals(ref.message()))
            .findFirst()
            .orElseThrow();
    return Harm.in(message);
  }

  URI service() {
    return teams.serviceUrl();
  }

  @Override
  public void close() {
    chat.close();
    front.close();
    playground.close();
  }
}
