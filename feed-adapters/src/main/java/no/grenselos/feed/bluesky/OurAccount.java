package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import okhttp3.HttpUrl;

/** Which DID a handle stands for, mostly ours: the stream knows no handles. */
record OurAccount(FeedClient client, HttpUrl service, String handle) {
  /** What came of asking. */
  sealed interface Named {
    record Did(String did) implements Named {}

    /** No account has the handle. */
    record Nobody(Fetch.Refused refusal) implements Named {}

    record Not(Fetch fetch) implements Named {}
  }

  /** Asks without signing in (lexicon com.atproto.identity.resolveHandle). */
  Named did() {
    HttpUrl url =
        service
            .newBuilder()
            .addPathSegments("xrpc/com.atproto.identity.resolveHandle")
            .addQueryParameter("handle", handle)
            .build();
    return switch (client.get(url, Map.of())) {
      case Answer.Denied denied -> new Named.Nobody(unknown(denied));
      case Answer.Trouble trouble -> new Named.Not(trouble.asFetch(this::unknown));
      case Answer.Ok ok ->
          Json.parse(ok.body().bytes())
              .map(answer -> Json.text(answer, "did"))
              .filter(OurAccount::isDid)
              .<Named>map(Named.Did::new)
              .orElseGet(() -> new Named.Not(new Fetch.Failed(service.host() + " names no DID")));
    };
  }

  static boolean isDid(String text) {
    return AtUri.post("at://" + text + "/" + AtUri.POSTS + "/x").isPresent();
  }

  private Fetch.Refused unknown(Answer.Denied denied) {
    return new Fetch.Refused(
        service.host() + " knows no account " + handle + " (" + denied.status() + ")",
        "Check `handle` and `service`.");
  }

  /** Whether somebody else names the account, answers or quotes it. */
  static boolean isMeant(String did, JsonNode record) {
    for (JsonNode facet : Json.elements(record.path("facets"))) {
      for (JsonNode feature : Json.elements(facet.path("features"))) {
        if (Json.text(feature, "did").equals(did)) return true;
      }
    }
    JsonNode reply = record.path("reply");
    JsonNode embedded = record.path("embed").path("record");
    return isOf(did, reply.path("parent"))
        || isOf(did, reply.path("root"))
        || isOf(did, embedded)
        || isOf(did, embedded.path("record"));
  }

  private static boolean isOf(String did, JsonNode reference) {
    return AtUri.post(Json.text(reference, "uri"))
        .filter(post -> post.did().equals(did))
        .isPresent();
  }
}
