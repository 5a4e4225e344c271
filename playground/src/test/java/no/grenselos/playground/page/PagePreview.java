package no.grenselos.playground.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.http.NetworkPart;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Part;
import no.grenselos.playground.stage.Stage;

/**
 * The page with a painted Slack behind it, to look at while working on the page: run main, open the
 * address it prints. With a second argument Slack is the real stand-in. {@code POST
 * /play/slack/paint} tells an event by hand.
 */
final class PagePreview implements Part {
  private final JsonNode painted;

  private PagePreview() throws IOException {
    try (var file = PagePreview.class.getResourceAsStream("/page/painted-slack.json")) {
      painted = Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  public static void main(String[] args) throws Exception {
    NetworkPart part = new NetworkPart();
    Playground playground =
        Playground.start(
            PlaygroundOptions.defaults()
                .port(Integer.parseInt(args[0]))
                .parts(part, args.length > 1 ? new PlaySlack() : new PagePreview()));
    people(part.network());
    System.out.println(playground.page());
    Thread.currentThread().join();
  }

  private static void people(Network network) {
    network.join("tone_fjell", "Tone Fjell", "nb", 214, false);
    network.join("jonas.k", "Jonas Kvam", "nb", 38, false);
    network.join("emma@hytteliv.example", "Emma Wood", "en", 1204, false);
    network.join("lyngheia", "Lyngheia Kraft", "nb", 5400, false);
    network.tokens().grant("t", network.account("lyngheia").orElseThrow(), "read", "write");
    network.listens(network.account("lyngheia").orElseThrow());
    String noise =
        network
            .post(
                "tone_fjell",
                "Utedelen vår durer så naboen banker i veggen. Hva kan vi gjøre uten å flytte den?"
                    + " #lyngheia")
            .id();
    network.post("jonas.k", "Nysnø og kakao. Ingen planer.\n\nBedre blir det ikke ❄️");
    network.reply(
        "lyngheia",
        noise,
        "Hei Tone. Gummiføtter og et tett underlag tar det meste av lyden. Mål gjerne om kvelden,"
            + " 45 dB ved naboens vegg er grensen. Hilsen Ana, energirådgiver");
    network.reply("tone_fjell", noise, "Tusen takk, det prøver vi i helga!");
    network.crowd(noise, 0, 3, 17);
    network.post(
        "emma@hytteliv.example",
        "Is it just us? <b>No power</b> since 6 pm, see"
            + " https://www.example.com/a/very/long/address/that/goes/on/and/on?x=1. #lyngheia"
            + " @lyngheia");
    network.boost("jonas.k", noise);
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public void open(Stage stage, RoutesConfig routes) {
    routes.post(
        "/play/slack/paint",
        ctx -> {
          JsonNode ask = Json.parse(ctx.body());
          stage.happenings().tell(ask.path("kind").asText(), ask.path("details"));
        });
    routes.post(
        "/play/slack/submit",
        ctx -> ctx.result("{\"errors\":{\"link\":\"Lenken må begynne med https\"}}"));
    for (String quiet : new String[] {"press", "react", "say", "command", "close", "home"}) {
      routes.post("/play/slack/" + quiet, ctx -> ctx.result("{}"));
    }
  }

  @Override
  public ObjectNode state() {
    return painted.deepCopy();
  }
}
