package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Json;

/**
 * Why Graph said no, by its numbers (developers.facebook.com, Graph API, Handling Errors and Rate
 * Limits). Its messages are not used: they may hold what was asked.
 *
 * @param code 0 where the answer names none
 */
record GraphError(int status, int code, int subcode, boolean passing) {
  /** The app's, the user's, the page's and a custom limit; those of business use cases. */
  private static final Set<Integer> LIMITS = Set.of(4, 17, 32, 613, 80_001, 80_002, 80_006);

  /** Trouble of the moment. */
  private static final Set<Integer> PASSING = Set.of(1, 2);

  private static final Set<Integer> TOKEN = Set.of(102, 190);
  private static final Duration REST = Duration.ofMinutes(15);

  static GraphError of(Answer.Denied denied) {
    return of(denied.status(), Json.parse(denied.body().bytes()).orElseGet(Json::object));
  }

  static GraphError of(int status, JsonNode document) {
    JsonNode error = document.path("error");
    return new GraphError(
        status,
        error.path("code").asInt(),
        error.path("error_subcode").asInt(),
        error.path("is_transient").asBoolean());
  }

  /** As {@code 100/33}, or the status where there is no number. */
  String shown() {
    if (code == 0) return String.valueOf(status);
    return subcode == 0 ? String.valueOf(code) : code + "/" + subcode;
  }

  boolean tooMany() {
    return LIMITS.contains(code);
  }

  boolean isPassing() {
    return passing || PASSING.contains(code);
  }

  boolean ofToken() {
    return TOKEN.contains(code) || (code == 0 && status == 401);
  }

  boolean ofPermission() {
    return code == 3 || code == 10 || (code >= 200 && code <= 299) || (code == 0 && status == 403);
  }

  /** There is no such thing, or none that we may see: Meta does not tell which. */
  boolean missing() {
    return (code == 100 && subcode == 33) || (code == 0 && status == 404);
  }

  /** The same words were said there a moment ago. */
  boolean saidBefore() {
    return code == 506;
  }

  Fetch fetch(OurAccount account, GraphUsage usage, Instant now) {
    String name = account.network().name();
    if (tooMany()) {
      return new Fetch.Wait(
          usage.rest(now).orElse(REST), "Meta's limit of calls is reached (" + shown() + ")");
    }
    if (isPassing()) return new Fetch.Failed("Meta is in trouble (" + shown() + ")");
    if (ofToken()) {
      return new Fetch.Refused(
          "Meta does not accept the page's token (" + shown() + ")",
          "Make a long-lived page token for the app, and set FACEBOOK_PAGE_TOKEN, or what `token`"
              + " names, to it.");
    }
    if (ofPermission()) {
      return new Fetch.Refused(
          "the page's token may not read this (" + shown() + ")",
          "Give the app " + account.permissions() + ", then make the page's token anew.");
    }
    if (missing()) {
      return new Fetch.Refused(
          "Meta does not know our account, or does not show it (" + shown() + ")",
          "Check the number under `" + name + "`, and that the token is of its page.");
    }
    if (code == 2635) {
      return new Fetch.Refused(
          "this version of the Graph API is no longer served (2635)", "Take a newer `version`.");
    }
    return new Fetch.Refused(
        "Meta rejects the request (" + shown() + ")",
        "Check `version`, `api` if set, and that FACEBOOK_APP_SECRET is of the token's app.");
  }
}
