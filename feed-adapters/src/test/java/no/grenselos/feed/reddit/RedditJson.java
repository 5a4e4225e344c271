package no.grenselos.feed.reddit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.web.Body;

/** Answers in Reddit's shape, with texts of our own. */
final class RedditJson {
  /** 2026-03-02 08:00 UTC. */
  static final long EIGHT = 1_772_438_400;

  private RedditJson() {}

  static String post(int number, String more) {
    return """
    {"kind": "t3", "data": {"name": "t3_aa%1$d", "id": "aa%1$d", "title": "Varmepumpa bråker",
     "selftext": "Er det **vanlig** nr %1$d?", "author": "solveig_%1$d", "edited": false,
     "selftext_html": "<!-- SC_OFF --><div class=\\"md\\"><p>Er det <b>vanlig</b> nr %1$d?</p></div>",
     "is_self": true, "subreddit": "norge", "subreddit_type": "public", "created_utc": %2$d.0,
     "permalink": "/r/norge/comments/aa%1$d/varmepumpa_braker/"%3$s}}
    """
        .formatted(number, EIGHT + number * 60L, more);
  }

  static String comment(int number, String parent, String more) {
    return """
    {"kind": "t1", "data": {"name": "t1_bb%1$d", "id": "bb%1$d", "body": "Ja, nr %1$d &amp; flere",
     "body_html": "<div class=\\"md\\"><p>Ja, nr %1$d &amp; flere</p></div>", "author": "odd-havn",
     "parent_id": "%2$s", "link_id": "t3_aa1", "edited": false, "created_utc": %3$d.0%4$s}}
    """
        .formatted(number, parent, EIGHT + number * 60L, more);
  }

  /** What {@code /message/mentions} gives: no link_id, no edited. */
  static String inInbox(int number) {
    return """
    {"kind": "t1", "data": {"name": "t1_bb%1$d", "body": "u/lyngheia når kommer regningen?",
     "author": "odd-havn", "type": "username_mention", "subject": "username mention",
     "parent_id": "t1_bb0", "created_utc": %2$d.0,
     "context": "/r/norge/comments/aa1/varmepumpa_braker/bb%1$d/?context=3"}}
    """
        .formatted(number, EIGHT + number * 60L);
  }

  static String listing(String... things) {
    return listingBefore("null", things);
  }

  /** With more after it. */
  static String listingBefore(String after, String... things) {
    String children = Arrays.stream(things).collect(Collectors.joining(","));
    return "{\"kind\":\"Listing\",\"data\":{\"after\":"
        + after
        + ",\"children\":["
        + children
        + "]}}";
  }

  static Canned answer(String json) {
    return Canned.ok("application/json; charset=UTF-8", Body.of(json));
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
