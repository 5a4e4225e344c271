package no.grenselos.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatContract;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.FrontDoor;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.KeptInMemory;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.MovedClock;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackSeed;

/** The adapter against the playground's Slack, over HTTP or over Socket Mode. */
final class SlackHouse implements ChatContract.StandIn {
  static final ChatUser KARI = new ChatUser(new Handle("slack", "U0KARI"), "Kari Kaas");
  static final Duration SOON = Duration.ofSeconds(30);

  final MovedClock clock = new MovedClock();
  private final KeptInMemory memory = new KeptInMemory();
  final HeardEvents heard;
  final Playground playground;
  final PlaySlack slack;
  private final String mode;
  private Chat chat;
  final Optional<FrontDoor> front;

  private SlackHouse(String mode, HeardEvents heard, SlackSeed seed) throws Exception {
    this.mode = mode;
    this.heard = heard;
    this.playground =
        Playground.start(new PlaygroundOptions(0, clock, List.of(new PlaySlack(seed))));
    this.slack = playground.slack();
    SlackApp.Secrets secrets = seed.app().secrets();
    this.chat = open(secrets(secrets));
    chat.start();
    front =
        chat.webhook().isPresent()
            ? Optional.of(new FrontDoor(chat.webhook().get()))
            : Optional.empty();
    if (front.isPresent()) slack.deliverTo(front.get().address());
    else awaitSockets(1);
  }

  /** The playground's own waiting is woken by messages, not by sockets: so it is asked often. */
  void awaitSockets(int count) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (!slack.await(s -> s.sockets() == count, Duration.ofMillis(50))) {
      if (System.nanoTime() > end) throw new AssertionError(slack.sockets() + " sockets");
    }
  }

  static SlackHouse overHttp(HeardEvents heard) throws Exception {
    return new SlackHouse("http", heard, SlackSeed.small());
  }

  static SlackHouse overSocket(HeardEvents heard) throws Exception {
    return new SlackHouse("socket", heard, SlackSeed.small());
  }

  static SlackHouse of(SlackSeed seed) throws Exception {
    return new SlackHouse("http", new HeardEvents(), seed);
  }

  static Map<String, String> secrets(SlackApp.Secrets secrets) {
    return Map.of(
        "SLACK_BOT_TOKEN", secrets.botToken(),
        "SLACK_APP_TOKEN", secrets.appToken(),
        "SLACK_SIGNING_SECRET", secrets.signingSecret());
  }

  static Chat open(
      String mode, URI api, Map<String, String> secrets, HeardEvents heard, MovedClock clock) {
    return open(
        mode,
        api,
        secrets,
        new ChatContext(clock, named -> Optional.empty(), heard, new KeptInMemory()));
  }

  private Chat open(Map<String, String> secrets) {
    ChatContext context = new ChatContext(clock, named -> Optional.empty(), heard, memory);
    return open(mode, playground.slackApi(), secrets, context);
  }

  private static Chat open(String mode, URI api, Map<String, String> secrets, ChatContext context) {
    Map<String, Node> keys = new LinkedHashMap<>();
    keys.put("mode", new Node.Scalar(mode, 2));
    keys.put("api", new Node.Scalar(api.toString(), 3));
    Problems problems = new Problems("grenselos.yml");
    Settings settings = new Settings(new Node.Mapping(keys, 1), "chats.slack", problems);
    Secrets found = name -> Optional.ofNullable(secrets.get(name)).map(Secret::new);
    Chat chat =
        new SlackChatProvider()
            .open(
                settings,
                new ChatContext(context.clock(), found, context.listener(), context.memory()));
    problems.throwIfAny();
    return chat;
  }

  @Override
  public Chat chat() {
    return chat;
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
    return KARI;
  }

  @Override
  public Email address() {
    return slack.seed().users().stream()
        .filter(user -> user.id().equals(KARI.handle().id()))
        .map(user -> new Email(user.email()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Place channel() {
    return new Place.Channel("slack", "#kundeservice");
  }

  @Override
  public List<String> shown(Place place) {
    return messages(place).stream().map(JsonNode::toString).toList();
  }

  List<JsonNode> messages(Place place) {
    return switch (place) {
      case Place.Direct direct -> slack.messages(direct.to().id());
      case Place.Channel channel -> slack.messages(channel.name().replace("#", ""));
    };
  }

  JsonNode message(MessageRef ref) {
    return slack.messages(ref.channel()).stream()
        .filter(message -> message.path("ts").asText().equals(ref.message()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<byte[]> pictures(MessageRef ref) {
    List<byte[]> pictures = new ArrayList<>();
    for (JsonNode block : message(ref).path("blocks")) {
      String file = block.at("/slack_file/id").asText();
      if (!file.isEmpty()) pictures.add(slack.file(file));
    }
    return pictures;
  }

  @Override
  public void slowDown(Duration wait) {
    slack.weather().rateLimitNext("chat.postMessage", 1, wait);
  }

  @Override
  public void revokeToken() {
    Map<String, String> wrong = new LinkedHashMap<>(secrets(slack.seed().app().secrets()));
    wrong.put("SLACK_BOT_TOKEN", "xoxb-revoked");
    chat.close();
    chat = open(wrong);
  }

  /** A new process, which remembers what is in the store alone. */
  void startAgain() {
    chat.close();
    chat = open(secrets(slack.seed().app().secrets()));
  }

  /** As people press: a button, or a line of the menu. */
  void press(ChatUser who, MessageRef ref, Press press) {
    for (JsonNode block : message(ref).path("blocks")) {
      for (JsonNode element : block.path("elements")) {
        String actionId = element.path("action_id").asText();
        var button =
            no.grenselos.playground.slack.people.Press.button(
                who.handle().id(), ref.channel(), ref.message(), actionId);
        if (actionId.startsWith("press:" + press + ":")) {
          slack.people().press(button);
          return;
        }
        for (JsonNode option : element.path("options")) {
          String value = option.path("value").asText();
          if (value.startsWith(press + " ")) {
            slack.people().press(button.choosing(value));
            return;
          }
        }
      }
    }
    throw new AssertionError("no way to press " + press);
  }

  @Override
  public void pressTwice(MessageRef ref, Press press) {
    if (front.isPresent()) {
      front.get().repeatNext();
      press(KARI, ref, press);
    } else {
      // in a socket only events are repeated
      slack.faults().deliverTwice();
      slack.people().react("U0KARI", ref.channel(), ref.message(), "eyes");
    }
  }

  @Override
  public int strangerCalls() {
    slack.faults().badSignature();
    slack.people().command("U0KARI", slack.channelId("kundeservice"), "/grenselos", "");
    return front.orElseThrow().last().answer().status();
  }

  /** Sends the bytes as they are, to the front door. */
  HttpResponse<String> send(byte[] body, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(front.orElseThrow().address())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Override
  public List<String> harm(MessageRef ref) {
    JsonNode message = message(ref);
    List<String> harm = new ArrayList<>(Harm.in(message.path("blocks")));
    String text = message.path("text").asText();
    if (text.matches("(?s).*<[^>]*>.*")) harm.add("text " + text);
    return harm;
  }

  @Override
  public void close() {
    chat.close();
    front.ifPresent(FrontDoor::close);
    playground.close();
  }
}
