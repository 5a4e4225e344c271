package no.grenselos.feed.page;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Gathering;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import okhttp3.HttpUrl;

/**
 * Reads a page once, by what it says of itself. What it said cannot be asked for again by its id,
 * so edits are seen when somebody brings the page again.
 */
final class PageLookup implements PostLookup {
  static final Network NETWORK = new Network("web");

  private static final Map<String, String> HEADERS =
      Map.of("Accept", "text/html, application/xhtml+xml;q=0.9, */*;q=0.1");

  private static final Fetch.Refused CLOSED =
      new Fetch.Refused(
          "the site does not let us read this page", "Open it yourself and ask whoever knows.");
  private static final Fetch.Refused SIGN_IN =
      new Fetch.Refused("the page asks to sign in", "Only public pages can be read.");
  private static final Fetch.Refused FILE =
      new Fetch.Refused(
          "the link leads to a file, not to a page", "Use the link of the page about it.");
  private static final Fetch.Refused NO_ADDRESS =
      new Fetch.Refused("the link is none that can be followed", "Look whether it is whole.");

  private final FeedClient client;
  private final Clock clock;

  PageLookup(FeedClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public boolean knows(URI link) {
    return PageAddress.of(link).isPresent();
  }

  @Override
  public Found find(URI link) {
    Optional<PageAddress> address = PageAddress.of(link);
    if (address.isEmpty()) return NO_ADDRESS;
    return switch (client.get(address.get().url(), HEADERS)) {
      case Answer.Ok ok -> page(address.get(), ok);
      case Answer.Wait wait -> new Fetch.Wait(wait.time(), wait.reason());
      case Answer.Failed failed -> new Fetch.Failed(failed.reason());
      case Answer.NotAllowed not -> new Fetch.Refused(not.reason(), not.whatToDo());
      case Answer.Denied denied -> denied(address.get(), denied.status());
    };
  }

  private Found denied(PageAddress address, int status) {
    return switch (status) {
      case 404 -> new Seen(List.of(), List.of());
      case 410 -> {
        MentionId id = new MentionId(NETWORK, address.id());
        yield new Seen(List.of(new MentionEvent.Deleted(id, clock.instant())), List.of());
      }
      case 401 -> SIGN_IN;
      default -> CLOSED;
    };
  }

  private Found page(PageAddress asked, Answer.Ok ok) {
    PageAddress there = PageAddress.of(ok.url());
    if (there.signsIn() && !asked.signsIn()) return SIGN_IN;
    String type = Optional.ofNullable(ok.headers().get("Content-Type")).orElse("");
    if (!PageText.isPage(type, ok.body().bytes())) return FILE;
    return read(there.url(), type, ok.body().bytes());
  }

  /** What is behind an answer that is a page. */
  Seen read(HttpUrl url, String contentType, byte[] bytes) {
    Gathering gathering = new Gathering();
    gathering.take(
        "page",
        () ->
            new MentionEvent.Posted(
                PageReader.of(PageText.decode(bytes, contentType), url, clock.instant()).read()));
    Fetch.Page page = gathering.ofRecording();
    return new Seen(page.events(), page.skipped());
  }

  @Override
  public int most() {
    return 1;
  }

  /** Nothing: an id does not say where the page is. */
  @Override
  public Found again(List<MentionId> posts) {
    return new Seen(List.of(), List.of());
  }

  @Override
  public void close() {
    client.close();
  }
}
