package no.grenselos.chat.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.HouseWork;
import no.grenselos.chat.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said with {@code /grenselos}: answered at once, or, when the core takes longer than Slack
 * may wait, as soon as the answer is there. Only whoever said it sees it.
 */
final class SlackCommand implements SlackEar {
  static final String COMMAND = "/grenselos";

  private static final Logger LOG = LoggerFactory.getLogger(SlackCommand.class);

  private final ChatListener listener;
  private final SlackPeople people;
  private final HouseWork work;

  SlackCommand(ChatListener listener, SlackPeople people, HouseWork work) {
    this.listener = listener;
    this.people = people;
    this.work = work;
  }

  private record Answer(String text, List<LayoutBlock> blocks) {}

  @Override
  public void listen(App app) {
    app.command(COMMAND, this::said);
  }

  private Response said(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    return switch (work.soon(
        "command", () -> answer(payload), late -> later(late, payload, context))) {
      case HouseWork.Soon.Here<Answer> here ->
          context.ack(r ->
              r.responseType("ephemeral")
                  .text(here.result().text())
                  .blocks(here.result().blocks()));
      case HouseWork.Soon.Failed<Answer> failed -> context.ack(words(payload).sorry());
      case HouseWork.Soon.StillGoing<Answer> going -> context.ack();
    };
  }

  private Answer answer(SlashCommandPayload payload) {
    // sent again, it has the same trigger: what it asks for counts once
    String id = "slack:command:" + payload.getTriggerId();
    var who = people.user(payload.getUserId(), payload.getUserName());
    String said = payload.getText() == null ? "" : payload.getText();
    Page page = listener.said(id, who, said);
    return new Answer(
        SlackPage.summary(page),
        SlackPage.draw(page, SlackPage.MESSAGE, people::called, words(payload)));
  }

  /** The address Slack gave takes answers for 30 minutes (docs.slack.dev, slash commands). */
  private void later(
      Optional<Answer> late, SlashCommandPayload payload, SlashCommandContext context) {
    try {
      if (late.isEmpty()) {
        String sorry = words(payload).sorry();
        context.respond(r -> r.responseType("ephemeral").text(sorry));
      } else {
        Answer answer = late.get();
        context.respond(
            r -> r.responseType("ephemeral").text(answer.text()).blocks(answer.blocks()));
      }
    } catch (IOException e) {
      LOG.info("slack answer not delivered: {}", e.getMessage());
    }
  }

  private SlackWords words(SlashCommandPayload payload) {
    return SlackWords.in(people.locale(payload.getUserId()));
  }
}
