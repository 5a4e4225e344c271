package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;

/** A network for lookups, and the sources opened against it. */
public final class LookupScript implements AutoCloseable {
  private final WireMockScript server = new WireMockScript();
  private final List<Source> opened = new ArrayList<>();

  public String address() {
    return server.address().toString();
  }

  /** See {@link WireMockScript#always}. */
  public void always(String path, Canned canned) {
    server.always(path, canned);
  }

  public void answers(Canned... answers) {
    server.answers(answers);
  }

  public List<String> requests() {
    return server.requests();
  }

  /** See {@link WireMockScript#logged}. */
  public List<LoggedRequest> logged() {
    return server.logged();
  }

  /** What the provider makes of an entry that it has nothing to say against. */
  public Source open(FeedProvider provider, FeedContext context, Map<String, String> entry) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    entry.forEach((key, value) -> nodes.put(key, new Node.Scalar(value, 1)));
    Problems problems = new Problems("grenselos.yml");
    Settings settings =
        new Settings(new Node.Mapping(nodes, 1), "feeds[0]." + provider.network(), problems);
    Source source = provider.open("net", settings, context);
    assertThat(problems.found()).isEmpty();
    opened.add(source);
    return source;
  }

  public PostLookup lookup(Source source) {
    return source.lookup().orElseThrow();
  }

  /** What was seen, when the network answered. */
  public PostLookup.Seen seen(PostLookup.Found found) {
    assertThat(found).isInstanceOf(PostLookup.Seen.class);
    return (PostLookup.Seen) found;
  }

  @Override
  public void close() {
    for (Source source : opened) {
      source.feeds().forEach(feed -> feed.close());
      source.lookup().ifPresent(PostLookup::close);
    }
    server.close();
  }
}
