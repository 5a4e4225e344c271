package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;

/**
 * One thing that X does not show although it was asked for, told beside what it shows (docs.x.com,
 * Response codes and errors: partial errors).
 *
 * @param id of the thing; empty when not told
 * @param kind such as {@code tweet} or {@code user}
 * @param problem last part of the error's type, such as {@code resource-not-found}
 * @param told for the admin
 */
record Unshown(String id, String kind, String problem, Skipped told) {
  static Unshown of(JsonNode error) {
    String resource = Json.text(error, "resource_id");
    String id = resource.isEmpty() ? Json.text(error, "value") : resource;
    String kind = Json.text(error, "resource_type");
    String type = Json.text(error, "type");
    String title = Json.text(error, "title");
    Skipped told =
        new Skipped(
            PlainText.line(id.isEmpty() ? "page" : id, 200),
            PlainText.line("X does not show this " + kind + ": " + title, 200));
    return new Unshown(id, kind, type.substring(type.lastIndexOf('/') + 1), told);
  }

  /**
   * Whether it is a post that nobody may be shown any more: deleted, of an account that is
   * suspended or protected, or withheld. Other errors say nothing about the post.
   */
  boolean isGonePost() {
    return kind.equals("tweet")
        && (problem.equals("resource-not-found")
            || problem.equals("not-authorized-for-resource")
            || problem.contains("withheld"));
  }
}
