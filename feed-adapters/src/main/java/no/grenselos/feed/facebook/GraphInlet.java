package no.grenselos.feed.facebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Fingerprint;
import no.grenselos.mention.Network;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import okhttp3.HttpUrl;

/**
 * The door for Meta's webhooks. Meta sends again what is not answered with 200, for hours, and then
 * stops calling at all; so whatever is genuine is answered so, and what we cannot use is listed for
 * the admin instead.
 */
record GraphInlet(
    String name,
    Network network,
    VerifyChallenge challenge,
    WebhookSignature signature,
    FacebookWebhook webhook,
    HalfTold halfTold)
    implements Inlet {
  private static final String HEADER = "X-Hub-Signature-256";

  @Override
  public Told receive(HttpCall call) {
    return switch (call.method()) {
      case "GET" -> asked(call);
      case "POST" -> told(call);
      default -> refused(405, "Meta calls with GET or POST.");
    };
  }

  private Told asked(HttpCall call) {
    return challenge
        .answer(query(call.query()))
        .<Told>map(text -> new Told.Answered(HttpAnswer.text(200, text)))
        .orElseGet(() ->
            refused(403, "The verify token is not FACEBOOK_VERIFY_TOKEN, or this is no check."));
  }

  /** The last one counts where a name is there twice. */
  private static Map<String, String> query(String query) {
    HttpUrl url = HttpUrl.parse("http://localhost/?" + query);
    if (url == null) return Map.of();
    return url.queryParameterNames().stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> Optional.ofNullable(url.queryParameter(name)).orElse(""),
                (one, other) -> other));
  }

  private Told told(HttpCall call) {
    byte[] body = call.body().bytes();
    if (!signature.fits(body, call.header(HEADER))) {
      return refused(
          401, "The header " + HEADER + " is missing or was not made with FACEBOOK_APP_SECRET.");
    }
    Fetch.Page page = page(webhook.read(body, halfTold::pass));
    // sent again after a time-out of theirs, it is the same to the byte
    Optional<String> key = Optional.of(Fingerprint.of(call.body().text()));
    return new Told.Posts(page, key, fresh -> HttpAnswer.text(200, "taken: " + fresh));
  }

  private static Fetch.Page page(Fetch read) {
    return switch (read) {
      case Fetch.Page page -> page;
      case Fetch.Failed failed -> unusable(failed.reason());
      case Fetch.Wait wait -> unusable(wait.reason());
      case Fetch.Refused refused -> unusable(refused.reason());
    };
  }

  private static Fetch.Page unusable(String reason) {
    return new Fetch.Page(
        List.of(), Cursor.START, false, List.of(new Skipped("a webhook", reason)));
  }

  private static Told refused(int status, String why) {
    return new Told.Answered(HttpAnswer.text(status, why));
  }
}
