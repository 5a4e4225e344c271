package no.grenselos.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.store.Store;
import no.grenselos.store.StoreProvider;
import no.grenselos.work.Journal;

/** The service with these feeds, an empty database of its own, and a chat house that says yes. */
final class FeedHouse implements AutoCloseable {
  private final FeedsBench.Plan plan;
  private final String feeds;
  private final StandInSlack slack = new StandInSlack();
  private final Path folder;
  private final Map<String, String> secrets = new HashMap<>(slack.secrets());

  /**
   * @param feeds lines of {@code grenselos.yml}
   */
  FeedHouse(FeedsBench.Plan plan, String feeds) {
    this.plan = plan;
    this.feeds = feeds;
    secrets.put("X_BEARER_TOKEN", "bench");
    try {
      folder = Files.createTempDirectory(plan.folder(), "feeds");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With what this network asks for. */
  FeedHouse with(String secret) {
    secrets.put(secret, "bench");
    return this;
  }

  /**
   * The service in a process of its own.
   *
   * @param options of Java, beside those of this process
   */
  ServiceProcess start(String... options) {
    return ServiceProcess.start(files(), folder, secrets, options);
  }

  /** Its database, once it has ended. */
  Store store() {
    Node file = new Node.Scalar(HouseFiles.database(folder).toString(), 1);
    Problems problems = new Problems("bench");
    Settings settings =
        new Settings(new Node.Mapping(Map.of("file", file), 1), "store.sqlite", problems);
    Store store = HeldStores.real().open(settings, name -> Optional.empty());
    problems.throwIfAny();
    return store;
  }

  private ConfigFiles files() {
    return HouseFiles.of(plan.files(), folder, slack, feeds);
  }

  Setup setup(StoreProvider stores, Journal journal) {
    Providers installed = Providers.installed();
    return new Setup(
        files(),
        new Providers(
            Map.of(stores.engine(), stores),
            installed.chats(),
            installed.feeds(),
            installed.encoders()),
        name -> Optional.ofNullable(secrets.get(name)).map(Secret::new),
        Clock.systemUTC(),
        journal,
        true);
  }

  @Override
  public void close() {
    slack.close();
  }
}
