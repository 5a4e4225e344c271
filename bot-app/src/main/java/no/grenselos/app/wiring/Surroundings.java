package no.grenselos.app.wiring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.app.admission.ConsoleSettings;
import no.grenselos.app.admission.LoginProvider;
import no.grenselos.app.config.AppSettings;
import no.grenselos.config.Finding;
import no.grenselos.config.Secrets;
import no.grenselos.work.Retention;
import org.jspecify.annotations.Nullable;

/** What {@code check} tries beside the adapters: who may sign in, what is kept, what helps. */
record Surroundings(AppSettings app, Secrets secrets) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Those of the console, and how long data is kept. */
  List<Finding> tried() {
    List<Finding> findings = new ArrayList<>();
    ConsoleSettings console = app.console();
    findings.add(new Finding(true, "console", waysIn(console)));
    console.login().forEach(provider -> findings.add(login(provider)));
    if (!console.login().isEmpty() && console.roles().isEmpty()) {
      findings.add(
          new Finding(
              false,
              "console: roles",
              "nobody has one, so nobody who signs in sees a page; add" + " console.roles.admin"));
    }
    findings.add(new Finding(true, "retention", kept(app.retention())));
    return findings;
  }

  private static String waysIn(ConsoleSettings console) {
    String where = console.publicUrl().map(URI::toString).orElse("this machine only");
    String local = "grenselos console link leads in here";
    String others =
        console.login().stream().map(LoginProvider::name).collect(Collectors.joining(", "));
    return where + "; " + local + (others.isEmpty() ? "" : ", elsewhere " + others);
  }

  private Finding login(LoginProvider provider) {
    String what = "console: login " + provider.name();
    if (secrets.find(provider.secret()).isEmpty()) {
      return new Finding(
          false,
          what,
          provider.secret()
              + " is not set; put the client's secret there, or into the file that "
              + provider.secret()
              + "_FILE names");
    }
    LoginProvider.Ways ways = provider.ways();
    URI asked =
        ways == null
            ? URI.create(
                provider.issuer().toString().replaceFirst("/+$", "")
                    + "/.well-known/openid-configuration")
            : ways.keys();
    return answers(what, asked, 299);
  }

  /** Whether the API is there; what it says to a call without a question does not matter. */
  Finding assistant(URI url) {
    return answers("assistant", url, 499);
  }

  private static Finding answers(String what, URI address, int highest) {
    String place = address.getHost();
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      HttpRequest ask = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      int status = client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status <= highest) return new Finding(true, what, place + " answers");
      return new Finding(
          false,
          what,
          place + " answers HTTP " + status + " to " + address.getPath() + "; check the address");
    } catch (IOException e) {
      String why = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
      return new Finding(
          false, what, place + " cannot be reached (" + why + "); check address and network");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finding(false, what, place + " was not waited for; run it again");
    }
  }

  private static String kept(Retention retention) {
    return Stream.of(
            time("posts", retention.posts()),
            time("unfinished", retention.unfinished()),
            time("questions", retention.questions()),
            time("audit", retention.audit()),
            time("parked", retention.parked()))
        .collect(Collectors.joining(", "));
  }

  private static String time(String what, @Nullable Duration kept) {
    return what
        + " "
        + Optional.ofNullable(kept).map(time -> time.toDays() + "d").orElse("for ever");
  }
}
