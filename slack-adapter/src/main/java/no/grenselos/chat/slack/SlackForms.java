package no.grenselos.chat.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.HouseWork;

/** Forms that are sent. */
final class SlackForms implements SlackEar {
  private final ChatListener listener;
  private final SlackPeople people;
  private final HouseWork work;
  private final SlackSorry sorry;

  SlackForms(ChatListener listener, SlackPeople people, HouseWork work, SlackSorry sorry) {
    this.listener = listener;
    this.people = people;
    this.work = work;
    this.sorry = sorry;
  }

  @Override
  public void listen(App app) {
    app.viewSubmission(SlackForm.CALLBACK, this::submitted)
        .viewClosed(SlackForm.CALLBACK, (request, context) -> context.ack());
  }

  private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    View view = payload.getView();
    // sent again, it has the same id: the core counts it once
    String id = "slack:view:" + view.getId() + ":" + view.getHash();
    Optional<Map<String, String>> faults =
        work.within(HouseWork.PATIENCE, () -> Optional.of(listenerSays(id, payload)));
    return answer(faults.orElseGet(() -> Map.of("", slow(payload))), payload, context);
  }

  private Map<String, String> listenerSays(String id, ViewSubmissionPayload payload) {
    SlackAbout about = SlackAbout.parse(payload.getView().getPrivateMetadata());
    return listener.submitted(
        id, who(payload), about.kind(), about.on(), SlackFilled.values(payload.getView()));
  }

  private Response answer(
      Map<String, String> faults, ViewSubmissionPayload payload, ViewSubmissionContext context) {
    if (faults.isEmpty()) return context.ack();
    List<String> inputs = inputs(payload.getView());
    if (!inputs.isEmpty()) return context.ackWithErrors(atBlocks(faults, inputs));
    // Slack shows faults at inputs only
    String user = payload.getUser().getId();
    work.later("faults of a form", () -> sorry.tell(user, String.join(" ", faults.values())));
    return context.ack();
  }

  private ChatUser who(ViewSubmissionPayload payload) {
    return people.user(payload.getUser().getId(), payload.getUser().getName());
  }

  private String slow(ViewSubmissionPayload payload) {
    return sorry.words(payload.getUser().getId()).slow();
  }

  private static List<String> inputs(View view) {
    return view.getBlocks().stream()
        .flatMap(block -> block instanceof InputBlock input ? Stream.of(input) : Stream.empty())
        .map(InputBlock::getBlockId)
        .toList();
  }

  /** Slack refuses a fault at a block that is not there: such a fault goes to the first input. */
  private static Map<String, String> atBlocks(Map<String, String> faults, List<String> inputs) {
    Map<String, String> placed = new HashMap<>();
    faults.forEach((field, text) ->
        placed.merge(
            inputs.stream()
                .filter(block -> SlackStanding.fieldOf(block).equals(field))
                .findFirst()
                .orElse(inputs.get(0)),
            text,
            (one, two) -> one + " " + two));
    return placed;
  }
}
