package no.grenselos.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.config.ConfigException;
import no.grenselos.config.Finding;
import no.grenselos.store.AuditLog;
import no.grenselos.ticket.TicketId;
import no.grenselos.web.Body;
import no.grenselos.web.HttpCall;
import no.grenselos.web.Webhook;
import org.junit.jupiter.api.Test;

class GrenselosTest {
  private static final ConfigFiles FILES =
      new ConfigFiles(
          "config",
          Map.of(
              "grenselos.yml",
              """
              company: Fjordbygg
              fallback-channel: "#press"
              store: {memory: {}}
              chats: {house: {greeting: hello}}
              """,
              "experts.yml",
              """
              experts:
                - {id: ana, name: Ana, house: U01, topics: [heat]}
              teams:
                - {id: press, name: Press, channel: "#press"}
              """,
              "topics/heat.yml",
              """
              id: heat
              name: {en: Heat}
              keywords: [heat]
              """,
              "routes.yml",
              """
              routes:
                - {name: heat, topic: heat, lane: expert}
              """));

  private final FakeStore store = new FakeStore();
  private final FakeChat chat = new FakeChat();
  private final FakeEncoder encoder = new FakeEncoder();

  @Test
  void opensStartsAndClosesWhatItWasGiven() {
    try (Grenselos grenselos = Grenselos.open(setup(FILES))) {
      assertThat(chat.started()).isFalse();

      grenselos.start();

      assertThat(chat.started()).isTrue();
      assertThat(grenselos.webhooks().get("house").receive(ping()).status()).isEqualTo(200);
      assertThat(grenselos.health().ready()).isTrue();
      assertThat(grenselos.health().findings())
          .extracting(Finding::what)
          .containsExactly("store", "rules", "chat house", "encoder", "learning", "disk", "flows");
    }
    assertThat(chat.closed()).isTrue();
    assertThat(store.closed()).isTrue();
  }

  @Test
  void theFilesBecomeTheFirstRevisionOnceAndTheNextWhenTheyChange() {
    Grenselos.open(setup(FILES)).close();
    Grenselos.open(setup(FILES)).close();
    assertThat(latestRevision()).isEqualTo(1);

    String more = FILES.texts().get("routes.yml") + "  - {name: b, topic: heat, lane: care}\n";
    Grenselos.open(setup(FILES.with("routes.yml", more))).close();

    assertThat(latestRevision()).isEqualTo(2);
  }

  @Test
  void aBrokenConfigurationIsRefusedWholeWithTheAdaptersProblemsToo() {
    Grenselos.open(setup(FILES)).close();
    ConfigFiles broken =
        FILES
            .with("routes.yml", "routes: []")
            .with(
                "grenselos.yml", FILES.texts().get("grenselos.yml").replace("greeting", "greting"));

    assertThatThrownBy(() -> Grenselos.open(setup(broken)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            config/grenselos.yml:4 chats.house.greeting: is missing
            config/grenselos.yml:4 chats.house.greting: unknown key; did you mean "greeting"?
            config/routes.yml:1 routes: has no route: no post would wake anybody\
            """);
    assertThat(latestRevision()).isEqualTo(1);
  }

  @Test
  void withoutAChatThereIsNobodyToAsk() {
    Map<String, String> texts = new TreeMap<>(FILES.texts());
    texts.compute(
        "grenselos.yml", (name, text) -> text.replace("chats: {house: {greeting: hello}}", ""));

    assertThatThrownBy(() -> Grenselos.open(setup(new ConfigFiles("config", texts))))
        .hasMessage("config/grenselos.yml chats: names no house to ask people in; known are house");
  }

  @Test
  void aLostStoreIsNotReady() {
    try (Grenselos grenselos = Grenselos.open(setup(FILES))) {
      store.lose("disk is full");

      assertThat(grenselos.health().ready()).isFalse();
      assertThat(grenselos.health().findings())
          .contains(new Finding(false, "store", "disk is full"));
      store.lose("");
    }
  }

  @Test
  void aNodeThatLeavesIsNotReadyAndSaysWhy() {
    try (Grenselos grenselos = Grenselos.open(setup(FILES))) {
      grenselos.start();

      grenselos.leave();

      assertThat(grenselos.health().ready()).isFalse();
      assertThat(grenselos.health().findings())
          .anyMatch(part -> part.what().equals("node") && part.text().startsWith("stops"));
    }
  }

  @Test
  void checkTellsWhoComesInAndHowLongThingsAreKept() {
    try (Grenselos grenselos = Grenselos.open(setup(FILES))) {
      assertThat(grenselos.check(false))
          .extracting(Finding::what)
          .contains("disk", "console", "retention");
    }
  }

  @Test
  void checkAsksTheChatsAboutTheChannelsOfTheRules() {
    try (Grenselos grenselos = Grenselos.open(setup(FILES))) {
      assertThat(grenselos.check(false)).contains(new Finding(true, "house", "[#press]"));
    }
  }

  @Test
  void checkSaysThatADoorWithoutAWatchmanIsForThisMachineAlone() {
    chat.trustEverybody();
    String text = FILES.texts().get("grenselos.yml") + "listen: 0.0.0.0\n";

    try (Grenselos grenselos = Grenselos.open(setup(FILES.with("grenselos.yml", text)))) {
      assertThat(grenselos.loopbackOnly()).containsExactly("house");
      assertThat(grenselos.check(false))
          .contains(
              new Finding(
                  true,
                  "web server",
                  "listens on 127.0.0.1 instead of 0.0.0.0: house asks nobody who they are"));
    }
  }

  @Test
  void checkSaysNothingOfDoorsThatAreWatched() {
    try (Grenselos grenselos = Grenselos.open(setup(FILES))) {
      assertThat(grenselos.loopbackOnly()).isEmpty();
      assertThat(grenselos.check(false)).noneMatch(found -> found.what().equals("web server"));
    }
  }

  @Test
  void withoutAnEncoderHealthSaysSo() {
    try (Grenselos grenselos = Grenselos.open(setup(FILES))) {
      assertThat(grenselos.health().findings())
          .contains(new Finding(true, "encoder", "none: topics are found by words only"));
    }
  }

  @Test
  void theEncodersModelIsLoadedForTheTopicsAndHealthSaysSo() {
    try (Grenselos grenselos = Grenselos.open(setup(encoding("{fake: {}}")))) {
      assertThat(grenselos.check(false)).contains(new Finding(true, "encoder", "fake, loaded"));
      assertThat(grenselos.health().findings())
          .contains(new Finding(true, "encoder", "fake, loaded"));
    }
    assertThat(encoder.closed()).isTrue();
  }

  @Test
  void aModelThatCannotBeLoadedIsShownAndTheServiceStaysReady() {
    encoder.breakWith("encoder: cannot use model.onnx: there is no such file");

    try (Grenselos grenselos = Grenselos.open(setup(encoding("{fake: {}}")))) {
      Finding trouble =
          new Finding(false, "encoder", "encoder: cannot use model.onnx: there is no such file");
      assertThat(grenselos.check(false)).contains(trouble);
      assertThat(grenselos.health().findings()).contains(trouble);
      assertThat(grenselos.health().ready()).isTrue();
    }
  }

  @Test
  void theEncodersSettingsAreRefusedWithTheRest() {
    assertThatThrownBy(() -> Grenselos.open(setup(encoding("{fake: {colour: red}}"))))
        .hasMessageStartingWith("config/grenselos.yml:5 encoder.fake.colour: unknown key");
  }

  private static ConfigFiles encoding(String encoder) {
    String text = FILES.texts().get("grenselos.yml") + "encoder: " + encoder + "\n";
    return FILES.with("grenselos.yml", text);
  }

  @Test
  void theJournalIsOneLineWhateverTheDetail() {
    var entry =
        new AuditLog.Entry(
            Clock.systemUTC().instant(), "ana", "ticket.claimed", new TicketId(7), "a\nb\u202Ec");

    assertThat(LoggingJournal.line(entry)).isEqualTo("ticket.claimed by=ana a b c");
  }

  @Test
  void secretsAreNotShown() {
    Environment environment = new Environment(Map.of("TOKEN", " abc ", "BLANK", " "));

    assertThat(environment.find("TOKEN").orElseThrow().reveal()).isEqualTo("abc");
    assertThat(environment.find("BLANK")).isEmpty();
    assertThat(environment.toString()).doesNotContain("abc");
  }

  @Test
  void whatAListeningToolTellsIsKeptAndSeenInHealth() throws Exception {
    String feeds = "feeds: [{name: reviews, webhook: {secret: TOOL}}]\n";
    ConfigFiles files = FILES.with("grenselos.yml", FILES.texts().get("grenselos.yml") + feeds);
    try (Grenselos grenselos = Grenselos.open(setup(files))) {
      Webhook door = grenselos.webhooks().get("feeds");

      assertThat(door.receive(told("/reviews", "sixteen characters")).status()).isEqualTo(200);
      assertThat(door.receive(told("/reviews", "another secret ...")).status()).isEqualTo(401);
      assertThat(door.receive(told("/others", "sixteen characters")).status()).isEqualTo(404);
      assertThat(door.receive(told("/reviews", "sixteen characters")).body().text())
          .isEqualTo("{\"taken\":0,\"repeated\":1,\"skipped\":[]}");
      assertThat(grenselos.health().findings())
          .contains(new Finding(true, "feed reviews", "2 posts this month"));
    }
  }

  private static HttpCall told(String path, String secret) throws Exception {
    String body =
        """
        {"network": "trustpilot", "id": "r-1", "link": "https://reviews.example/r-1",
         "text": "The heat is gone", "publishedAt": "2026-11-23T09:00:00Z"}
        """;
    long seconds = Clock.systemUTC().instant().getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    byte[] signature = mac.doFinal((seconds + "." + body).getBytes(UTF_8));
    String header = "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signature);
    return new HttpCall(
        "POST", path, "", Map.of("Grenselos-Signature", List.of(header)), Body.of(body));
  }

  private int latestRevision() {
    return store.read(books -> books.ruleBooks().latest().orElseThrow().revision());
  }

  private Setup setup(ConfigFiles files) {
    Providers providers =
        new Providers(
            Map.of("memory", store.provider()),
            Map.of("house", chat),
            Providers.installed().feeds(),
            Map.of("fake", encoder));
    List<AuditLog.Entry> journal = new ArrayList<>();
    return new Setup(
        files,
        providers,
        new Environment(Map.of("TOOL", "sixteen characters")),
        Clock.systemUTC(),
        journal::add,
        true);
  }

  private static HttpCall ping() {
    return new HttpCall("GET", "/", "", Map.of(), Body.NONE);
  }
}
