package no.grenselos.feed.trouble;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Fingerprint;
import no.grenselos.feed.rss.RssFeedProvider;
import no.grenselos.web.Body;

/**
 * A site's RSS document with its newest entries, and conditional requests (RFC 9110, 13.1). It
 * tells of no deletes. What falls out of the document before we look is lost, which a document can
 * do nothing about: so bursts are small against it.
 */
final class RssNetwork extends StandIn {
  static final Duration LATE = Duration.ofHours(2);
  private static final int MOST = 150;

  RssNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  @Override
  Canned answer(Request request) {
    String body = document(mischief().reordered(world().newestFirst().limit(MOST).toList()));
    String etag = "\"" + Fingerprint.of(body) + "\"";
    return request.peer().header("If-None-Match").equals(etag)
        ? Canned.status(304)
        : Canned.ok("application/rss+xml; charset=utf-8", Body.of(body)).with("ETag", etag);
  }

  private static String document(List<Post> posts) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0"><channel><title>Fjord</title><link>https://fjord.example/</link>
    <description>Varme</description><language>nb</language>
    %s
    </channel></rss>\
    """
        .formatted(posts.stream().map(RssNetwork::item).collect(Collectors.joining("\n")));
  }

  private static String item(Post post) {
    return """
    <item><guid isPermaLink="false">urn:fjord:%d</guid><title>%s</title>
    <link>%s</link><description>%s</description><pubDate>%s</pubDate></item>\
    """
        .formatted(
            post.number(),
            title(post),
            link(post),
            post.words(),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(post.at().atZone(ZoneOffset.UTC)));
  }

  private static String title(Post post) {
    return "Varme " + post.number();
  }

  private static String link(Post post) {
    return "https://fjord.example/" + post.number();
  }

  @Override
  Feed open(URI address, FeedContext context) {
    return opened(new RssFeedProvider(), context, Map.of("url", address + "/feed.xml"));
  }

  @Override
  String id(Post post) {
    return "rss:urn:fjord:" + post.number();
  }

  @Override
  List<String> revisions(Post post) {
    return IntStream.rangeClosed(0, post.version())
        .mapToObj(
            version -> Fingerprint.of(title(post) + "\n" + post.words(version) + "\n" + link(post)))
        .toList();
  }

  @Override
  int memory() {
    return 140;
  }

  @Override
  int burst() {
    return 30;
  }

  @Override
  boolean tellsDeletes() {
    return false;
  }
}
