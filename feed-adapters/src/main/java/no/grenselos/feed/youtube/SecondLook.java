package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks about fifty earlier threads or replies in one call: for edits, deletes, and new replies to
 * old comments, which no list shows. One that cannot be found is gone only if it could be found
 * before: YouTube lists some comments that it does not find by their ids.
 */
record SecondLook(YouTubeApi api) {
  /** The ids of those that are gone. */
  List<String> at(SeenComments seen, Harvest harvest) {
    SeenComments.Turn turn = seen.turn(YouTubeApi.IDS);
    if (turn.ids().isEmpty()) return List.of();
    Optional<Map<String, JsonNode>> there = ask(turn.ids(), turn.ofReplies());
    // trouble is left to the next poll: what the list gave is worth more than this look
    if (there.isEmpty()) return List.of();
    List<String> gone = new ArrayList<>();
    for (String id : turn.ids()) {
      JsonNode node = there.get().get(id);
      if (node == null) {
        if (seen.missed(id)) gone.add(id);
      } else {
        seen.found(id);
        if (turn.ofReplies()) harvest.reply(node);
        else harvest.thread(node);
      }
    }
    return gone;
  }

  /** Empty on trouble. */
  private Optional<Map<String, JsonNode>> ask(List<String> ids, boolean ofReplies) {
    ById byId = new ById(api);
    return switch (ofReplies ? byId.replies(ids) : byId.threads(ids)) {
      case ById.Answer.Shown shown -> Optional.of(shown.items());
      case ById.Answer.Not not -> Optional.empty();
    };
  }
}
