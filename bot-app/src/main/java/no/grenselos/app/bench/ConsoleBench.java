package no.grenselos.app.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.web.Doors;
import no.grenselos.app.web.WebServer;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.Secret;

/**
 * Measures how soon the console's pages come and how large they are, when the store is full: the
 * service as it is wired, its web server and SQLite, called over HTTP by somebody who came in by
 * the local link.
 */
public final class ConsoleBench {
  /** The first calls wait for classes to be loaded and templates to be read. */
  private static final int WARM_UP = 5;

  private static final int CALLS = 20;

  private final Path folder;
  private final ConfigFiles files;
  private final int tickets;

  private ConsoleBench(ConfigFiles files, Path folder, int tickets) {
    this.files = files;
    this.folder = folder;
    this.tickets = tickets;
  }

  /**
   * One page.
   *
   * @param kilobytes of its HTML alone, as sent
   */
  public record Figures(double p50Millis, double p95Millis, double kilobytes) {}

  /**
   * @param files topics, people and routes
   * @param folder for the database
   * @return by page, in the order of their calls
   */
  public static Map<String, Figures> run(ConfigFiles files, Path folder, int tickets)
      throws IOException, InterruptedException {
    return new ConsoleBench(files, folder, tickets).figures();
  }

  private Map<String, Figures> figures() throws IOException, InterruptedException {
    try (BenchHouse house = new StandInSlack();
        Grenselos grenselos = Grenselos.open(setup(house))) {
      new ConsoleFill(grenselos.store(), grenselos.rules().get().book()).tickets(tickets);
      Console console = Console.of(grenselos);
      try (WebServer web = WebServer.start(Doors.of(grenselos), console, "127.0.0.1", 0);
          HttpClient client = client()) {
        get(client, web.local(console));
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (String page : pages()) {
          figures.put(page, page(client, URI.create("http://127.0.0.1:" + web.port() + page)));
        }
        return figures;
      }
    }
  }

  private List<String> pages() {
    return List.of(
        "/console/now",
        "/console/now/live",
        "/console/tickets",
        "/console/tickets?below=T-" + tickets / 2,
        "/console/tickets?q=varmepumpe+natt",
        "/console/tickets?q=nowhereinanypost",
        "/console/tickets?state=OPEN",
        "/console/tickets?topic=" + ConsoleFill.TOPIC + "&goal=SELL&language=nb&answer=yes",
        "/console/tickets/T-" + tickets / 2,
        "/console/system",
        "/console/system?who=ben&what=ticket.");
  }

  private static Figures page(HttpClient client, URI address)
      throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) get(client, address);
    List<Double> millis = new ArrayList<>();
    int bytes = 0;
    for (int i = 0; i < CALLS; i++) {
      long begin = System.nanoTime();
      bytes = get(client, address).length;
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    Collections.sort(millis);
    return new Figures(
        millis.get(CALLS / 2), millis.get((int) (CALLS * 0.95) - 1), bytes / 1_000.0);
  }

  private static byte[] get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "text/html").build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    boolean there = answer.statusCode() == 200 && !answer.uri().getPath().endsWith("/login");
    if (there) return answer.body();
    throw new IllegalStateException(address.getPath() + " answered " + answer.statusCode());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  private Setup setup(BenchHouse house) {
    String main =
        """
        company: Bench
        language: nb
        time-zone: Europe/Oslo
        fallback-channel: "#kommunikasjon"
        store: {sqlite: {file: "%s"}}
        encoder: none
        chats:
          %s
        """
            .formatted(folder.resolve("bench.db"), house.settings());
    return new Setup(
        files.with("grenselos.yml", main),
        Providers.installed(),
        name -> Optional.ofNullable(house.secrets().get(name)).map(Secret::new),
        Clock.systemUTC(),
        entry -> {},
        false);
  }
}
