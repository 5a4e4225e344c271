package no.grenselos.app.bench;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.Environment;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;

/** The service of a plan: its files, its store, a network and a chat house on this machine. */
final class PipelineHouse implements AutoCloseable {
  private final PipelineBench.Plan plan;
  private final PipelineFiles rules;
  private final StandInThreads threads = new StandInThreads();
  private final Receipts receipts = new Receipts();
  private final StandInSlack slack;
  private final PipelineSource source;

  PipelineHouse(PipelineBench.Plan plan) {
    this.plan = plan;
    this.rules = new PipelineFiles(plan.routes(), plan.experts());
    this.slack = new StandInSlack(new StandInMembers(rules.members()), threads, receipts::called);
    this.source = new PipelineSource(threads, rules, plan.oneIn(), receipts);
  }

  PipelineSource source() {
    return source;
  }

  Receipts receipts() {
    return receipts;
  }

  /** Processor time of the process without those that stand in for the outside. */
  Effort effort() {
    return Effort.now(threads);
  }

  Setup setup() {
    Map<String, String> bench = new HashMap<>(slack.secrets());
    bench.put("X_BEARER_TOKEN", "bench");
    Secrets own = new Environment(System.getenv());
    return new Setup(
        files(),
        Providers.installed(),
        name -> Optional.ofNullable(bench.get(name)).map(Secret::new).or(() -> own.find(name)),
        Clock.systemUTC(),
        receipts::happened,
        true);
  }

  private ConfigFiles files() {
    return rules.files(
        """
        company: Bench
        language: nb
        time-zone: UTC
        holidays: none
        fallback-channel: "#care"
        # random words are alike by chance; nothing is to wait for a storm to pass
        storm: {posts: 1000, within: 1m, fresh: 24h}
        store: %s
        encoder: %s
        find-topics: %s
        chats:
          %s
        feeds: [%s]
        """
            .formatted(store(), encoder(), search(), slack.settings(), source.settings()));
  }

  private String store() {
    return plan.server()
        .map(server ->
            "{postgres: {url: \"%s\", user: \"%s\"}}".formatted(server.url(), server.user()))
        .orElseGet(() -> "{sqlite: {file: \"" + HouseFiles.database(plan.folder()) + "\"}}");
  }

  private String encoder() {
    return plan.encoder() == PipelineBench.Encoding.OFF
        ? "none"
        : "{bge-small: {batch: %d, max-tokens: %d}}".formatted(plan.batch(), plan.maxTokens());
  }

  private String search() {
    return plan.encoder() == PipelineBench.Encoding.NEEDED ? "where-needed" : "always";
  }

  @Override
  public void close() {
    source.close();
    slack.close();
  }
}
