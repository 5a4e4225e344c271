package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;

/**
 * Reads recorded webhooks of Facebook Pages and Instagram, and Graph's lists of posts and of media
 * with their comments, one in a file. What the page wrote itself is shown too.
 */
public final class FacebookRecording implements Recording {
  private static final String BY_HAND = "This post was read from a recording.";
  private static final Optional<FacebookWebhook.Addressee> ANY =
      Optional.of(new FacebookWebhook.Addressee("", Answering.byHand(BY_HAND)));
  private static final FacebookWebhook WEBHOOK = new FacebookWebhook(true, ANY, ANY);
  private static final OurAccount PAGE = new FacebookPage("", BY_HAND);
  private static final OurAccount ACCOUNT = new InstagramAccount("", BY_HAND);

  @Override
  public Network network() {
    return FacebookWebhook.FACEBOOK;
  }

  @Override
  public Fetch replay(byte[] file) {
    return Json.parse(file)
        .filter(document -> document.path("data").isArray())
        .map(FacebookRecording::list)
        .orElseGet(() -> WEBHOOK.read(file));
  }

  private static Fetch list(JsonNode document) {
    Gathering gathering = new Gathering();
    List<Shown> all = new ArrayList<>();
    for (JsonNode post : document.path("data")) {
      OurAccount account = account(post);
      account.itself(post).ifPresent(all::add);
      all.addAll(account.below(post, Json.elements(post.path("comments").path("data"))));
    }
    all.stream()
        .sorted(Shown.OLDEST_FIRST)
        .forEach(shown ->
            gathering.take(
                shown.name(), () -> new MentionEvent.Posted(account(shown.node()).read(shown))));
    return gathering.ofRecording();
  }

  /** Instagram's things have a {@code timestamp}, Facebook's a {@code created_time}. */
  private static OurAccount account(JsonNode node) {
    return node.has("timestamp") ? ACCOUNT : PAGE;
  }
}
