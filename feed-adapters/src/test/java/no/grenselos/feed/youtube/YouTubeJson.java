package no.grenselos.feed.youtube;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.web.Body;

/** Answers in YouTube's shape, with texts of our own. */
final class YouTubeJson {
  static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
  static final Canned NONE = threads();

  private YouTubeJson() {}

  /** A comment of the minute after eight. */
  static String comment(String id, int minute, String more) {
    return """
    {"kind": "youtube#comment", "id": "%1$s", "snippet": {"textDisplay": "Hei fra %1$s",
     "authorDisplayName": "@odd-havn", "authorChannelId": {"value": "UCodd"},
     "publishedAt": "%2$s", "updatedAt": "%2$s"%3$s}}
    """
        .formatted(id, EIGHT.plusSeconds(60L * minute), more);
  }

  static String reply(String thread, int number, int minute) {
    return comment(thread + ".r" + number, minute, ",\"parentId\":\"" + thread + "\"");
  }

  static String thread(String id, int minute, int total, String... replies) {
    return thread(comment(id, minute, ""), id, total, replies);
  }

  static String edited(String id, int minute, String words) {
    String more = ",\"textDisplay\":\"" + words + "\",\"updatedAt\":\"2026-03-02T08:59:00Z\"";
    return thread(comment(id, minute, more), id, 0);
  }

  private static String thread(String top, String id, int total, String... replies) {
    return """
    {"kind": "youtube#commentThread", "id": "%s", "snippet": {"videoId": "strompris-0",
     "topLevelComment": %s, "totalReplyCount": %d}, "replies": {"comments": [%s]}}
    """
        .formatted(id, top, total, String.join(",", replies));
  }

  static Canned threads(String... threads) {
    return list("commentThreadListResponse", "", threads);
  }

  static Canned comments(String... comments) {
    return list("commentListResponse", "", comments);
  }

  /** With more after it. */
  static Canned list(String kind, String next, String... items) {
    return answer(
        200,
        "{\"kind\":\"youtube#%s\",\"nextPageToken\":\"%s\",\"items\":[%s]}"
            .formatted(kind, next, Arrays.stream(items).collect(Collectors.joining(","))));
  }

  static String[] threadsOf(int many, int total) {
    return IntStream.range(0, many)
        .mapToObj(number -> thread("U" + number, 50, total))
        .toArray(String[]::new);
  }

  static Canned error(int status, String reason) {
    return answer(
        status,
        "{\"error\":{\"code\":%d,\"message\":\"Nei\",\"errors\":[{\"reason\":\"%s\"}]}}"
            .formatted(status, reason));
  }

  static Canned answer(int status, String json) {
    return new Canned(status, Map.of("Content-Type", "application/json"), Body.of(json));
  }
}
