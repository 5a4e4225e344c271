package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedContract;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.ScriptedServer;
import no.grenselos.feed.Source;

/** The contract against WireMock, with settings as an admin would write them. */
public abstract class HttpFeedContract extends FeedContract {
  @Override
  protected ScriptedServer startServer() {
    return new WireMockScript();
  }

  /** What the provider makes of an entry that it has nothing to say against. */
  protected static Source opened(
      FeedProvider provider, String name, FeedContext context, Map<String, String> entry) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    entry.forEach((key, value) -> nodes.put(key, new Node.Scalar(value, 1)));
    Problems problems = new Problems("grenselos.yml");
    String place = "feeds[0]." + provider.network();
    Source source =
        provider.open(name, new Settings(new Node.Mapping(nodes, 1), place, problems), context);
    assertThat(problems.found()).isEmpty();
    return source;
  }

  /** As settings take it: the impatient ones of the contract wait a second. */
  protected static String seconds(Duration timeout) {
    return timeout.toSeconds() == 0 ? "1s" : "20s";
  }
}
