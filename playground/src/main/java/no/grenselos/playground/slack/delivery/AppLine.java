package no.grenselos.playground.slack.delivery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The line to the app under test: through its socket where it has one open, else to its request
 * address. Every attempt is written down. Safe for many threads.
 */
public final class AppLine implements AutoCloseable {
  private final SlackWorkspace workspace;
  private final SocketMode socket;
  private final DeliveryFaults faults = new DeliveryFaults();
  private final HttpLine http;
  private final List<Delivered> delivered = new ArrayList<>();
  private volatile @Nullable URI address;
  private volatile boolean hadSocket;

  public AppLine(SlackWorkspace workspace, SocketMode socket, Stage stage) {
    this.workspace = workspace;
    this.socket = socket;
    this.http =
        new HttpLine(workspace.seed().app().secrets().signingSecret(), stage.clock(), faults);
  }

  /** Where the app listens from now on. */
  public void deliverTo(URI requestUrl) {
    address = requestUrl;
  }

  public DeliveryFaults faults() {
    return faults;
  }

  /** Tells the app once and waits for its answer, three seconds at most. */
  public AppAnswer send(ToApp told) throws InterruptedException {
    return send(told, Attempt.FIRST);
  }

  AppAnswer send(ToApp told, Attempt attempt) throws InterruptedException {
    AppAnswer answer = choose(told, attempt);
    workspace.atomically(() -> delivered.add(entry(told, attempt, answer)));
    return answer;
  }

  /** Every attempt so far. Call it inside the workspace's lock. */
  public List<Delivered> delivered() {
    return List.copyOf(delivered);
  }

  private AppAnswer choose(ToApp told, Attempt attempt) throws InterruptedException {
    URI url = address;
    if (socket.connections() > 0) {
      hadSocket = true;
      return socket.send(told, attempt);
    }
    if (url != null) {
      return http.send(url, told, attempt);
    }
    return hadSocket
        ? AppAnswer.failed("connection_failed")
        : new AppAnswer.NotTaken("no_app", 0, false);
  }

  private static Delivered entry(ToApp told, Attempt attempt, AppAnswer answer) {
    return switch (answer) {
      case AppAnswer.Taken taken ->
          new Delivered(told.about(), told.eventId(), attempt.number(), "", 200);
      case AppAnswer.NotTaken(String reason, int status, boolean again) ->
          new Delivered(told.about(), told.eventId(), attempt.number(), reason, status);
    };
  }

  @Override
  public void close() {
    http.close();
  }
}
