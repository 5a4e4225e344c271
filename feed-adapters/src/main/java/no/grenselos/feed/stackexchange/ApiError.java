package no.grenselos.feed.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Json;

/**
 * The API tells most errors with status 400 and names them in the body
 * (api.stackexchange.com/docs/error-handling). Of its message only the seconds are used.
 */
final class ApiError {
  private static final Pattern AVAILABLE = Pattern.compile("available in (\\d{1,9}) seconds");
  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private ApiError() {}

  static Fetch fetch(Answer.Denied denied, boolean withKey) {
    JsonNode error = Json.parse(denied.body().bytes()).orElseGet(Json::object);
    return switch (Json.text(error, "error_name")) {
      case "throttle_violation" ->
          new Fetch.Wait(rest(Json.text(error, "error_message")), quota(withKey));
      case "temporarily_unavailable", "internal_error" ->
          new Fetch.Failed("Stack Exchange is in trouble (" + denied.status() + ")");
      case "bad_parameter" ->
          new Fetch.Refused(
              "Stack Exchange does not understand the request (bad_parameter)",
              "Check `site` (as in api.stackexchange.com/docs/sites), `tags` and"
                  + " STACKEXCHANGE_KEY.");
      case "key_required", "access_denied" ->
          new Fetch.Refused(
              "Stack Exchange does not allow this without another key",
              "Register an app on stackapps.com and set STACKEXCHANGE_KEY to its key.");
      default ->
          new Fetch.Refused(
              "Stack Exchange rejects the request (" + denied.status() + ")",
              "Check `site`, `tags`, `api` if set, and STACKEXCHANGE_KEY.");
    };
  }

  private static Duration rest(String message) {
    Matcher told = AVAILABLE.matcher(message);
    if (!told.find()) return USUAL;
    return Duration.ofSeconds(Math.clamp(Long.parseLong(told.group(1)), 1, DAY));
  }

  private static String quota(boolean withKey) {
    return withKey
        ? "the day's requests are used up, or came too fast"
        : "the day's requests without a key are used up; STACKEXCHANGE_KEY gives more";
  }
}
