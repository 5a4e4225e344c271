package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Json;

/**
 * Why the API said no. It names a reason in one of two places, and some old and new reasons mean
 * the same (developers.google.com/youtube/v3/docs/errors and the methods' own pages). Its messages
 * are not used.
 *
 * @param reasons as found, the more exact ones first
 */
record ApiError(int status, List<String> reasons) {
  private static final Duration TOO_FAST = Duration.ofMinutes(1);

  static ApiError of(Answer.Denied denied) {
    return of(denied.status(), Json.parse(denied.body().bytes()).orElseGet(Json::object));
  }

  static ApiError of(int status, JsonNode document) {
    List<String> reasons = new ArrayList<>();
    JsonNode error = document.path("error");
    for (String part : new String[] {"details", "errors"}) {
      for (JsonNode one : Json.elements(error.path(part))) reasons.add(Json.text(one, "reason"));
    }
    return new ApiError(status, reasons.stream().filter(text -> !text.isEmpty()).toList());
  }

  /** The reason in the API's word, where it is one; else the status. */
  String shown() {
    return reasons.stream()
        .filter(reason -> reason.matches("[A-Za-z_]{1,60}"))
        .findFirst()
        .orElse(String.valueOf(status));
  }

  boolean says(String... any) {
    return reasons.stream().anyMatch(List.of(any)::contains);
  }

  boolean quotaEnded() {
    return says("quotaExceeded", "dailyLimitExceeded");
  }

  boolean tooFast() {
    return says("rateLimitExceeded", "userRateLimitExceeded");
  }

  /** An id asked for leads nowhere, which may be one of many. */
  boolean missing() {
    return status == 404 && !says("videoNotFound", "channelNotFound");
  }

  Fetch fetch(Place place, DailyUnits units) {
    if (quotaEnded()) return units.usedUp();
    if (tooFast()) return new Fetch.Wait(TOO_FAST, "YouTube was asked too fast");
    return key().or(() -> comments(place)).orElseGet(() -> byStatus(place));
  }

  private Optional<Fetch> key() {
    if (says("keyInvalid", "API_KEY_INVALID", "keyExpired", "API_KEY_EXPIRED")) {
      return refused(
          "YouTube does not know the key",
          "Make an API key in the Google Cloud console, and set YOUTUBE_API_KEY to it.");
    }
    if (says("accessNotConfigured", "SERVICE_DISABLED")) {
      return refused(
          "the key's project may not use the YouTube Data API",
          "Enable \"YouTube Data API v3\" for the project in the Google Cloud console.");
    }
    if (reasons.stream()
        .anyMatch(reason -> reason.matches("ipRefererBlocked|API_KEY_\\w+_BLOCKED"))) {
      return refused(
          "the key's own restrictions keep us out",
          "Let the key, in the Google Cloud console, be used from this server's address and for"
              + " the YouTube Data API v3.");
    }
    return Optional.empty();
  }

  private Optional<Fetch> comments(Place place) {
    if (says("commentsDisabled")) {
      return refused(
          "comments are turned off for " + place.shown(),
          "Turn them on in YouTube Studio, or take it out of " + place.key() + ".");
    }
    if (says("videoNotFound", "channelNotFound")) return Optional.of(unknown(place));
    // a passing fault, it is said, but a wrong request is told so too: hence no endless haste
    if (says("processingFailure", "backendError", "internalError")) {
      return Optional.of(new Fetch.Failed("YouTube is in trouble (" + status + ")"));
    }
    return Optional.empty();
  }

  private Fetch byStatus(Place place) {
    return switch (status) {
      case 401 ->
          new Fetch.Refused(
              "YouTube does not accept the key (401)",
              "Set YOUTUBE_API_KEY to an API key, not to a token.");
      case 403 ->
          new Fetch.Refused(
              "YouTube does not show us the comments of " + place.shown() + " (403)",
              "It may be private, or the key's project is barred: look at both.");
      case 404 -> unknown(place);
      default ->
          new Fetch.Refused(
              "YouTube rejects the request (" + status + ")",
              "Check " + place.key() + ", `api` if set, and YOUTUBE_API_KEY.");
    };
  }

  private static Fetch unknown(Place place) {
    return new Fetch.Refused(
        "YouTube does not know " + place.shown(),
        "Check " + place.key() + ": it may be misspelt, private or deleted.");
  }

  private static Optional<Fetch> refused(String reason, String whatToDo) {
    return Optional.of(new Fetch.Refused(reason, whatToDo));
  }
}
