package no.grenselos.chat.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;

/** Forms that are sent. */
final class SlackForms {
  private final ChatListener listener;
  private final SlackPeople people;
  private final SlackWork work;

  SlackForms(ChatListener listener, SlackPeople people, SlackWork work) {
    this.listener = listener;
    this.people = people;
    this.work = work;
  }

  Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    View view = payload.getView();
    // sent again, it has the same id: the core counts it once
    String id = "slack:view:" + view.getId() + ":" + view.getHash();
    var about = SlackForm.About.parse(view.getPrivateMetadata());
    Map<String, String> values = SlackForm.values(view.getState());
    Optional<Map<String, String>> faults =
        work.within(
            SlackWork.PATIENCE,
            () ->
                Optional.of(
                    listener.submitted(id, who(payload), about.kind(), about.on(), values)));
    return faults
        .map(
            found -> found.isEmpty() ? context.ack() : context.ackWithErrors(atBlocks(found, view)))
        .orElseGet(() -> context.ackWithErrors(atBlocks(Map.of("", slow(payload)), view)));
  }

  private ChatUser who(ViewSubmissionPayload payload) {
    return people.user(payload.getUser().getId(), payload.getUser().getName());
  }

  private String slow(ViewSubmissionPayload payload) {
    return SlackWords.in(people.locale(payload.getUser().getId())).slow();
  }

  /** Slack refuses a fault at a block that is not there: such a fault goes to the first input. */
  private static Map<String, String> atBlocks(Map<String, String> faults, View view) {
    var inputs =
        view.getBlocks().stream()
            .filter(InputBlock.class::isInstance)
            .map(block -> ((InputBlock) block).getBlockId())
            .toList();
    Map<String, String> placed = new HashMap<>();
    faults.forEach((field, text) ->
        placed.merge(
            inputs.contains(field) || inputs.isEmpty() ? field : inputs.get(0),
            text,
            (one, two) -> one + " " + two));
    return placed;
  }
}
