package no.grenselos.chat.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * What is sent to Slack.
 *
 * @param text for notifications; Slack interprets it, so it is escaped
 */
record SlackMessage(List<LayoutBlock> blocks, String text) {
  SlackMessage {
    blocks = List.copyOf(blocks);
  }
}
