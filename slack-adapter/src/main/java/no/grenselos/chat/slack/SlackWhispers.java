package no.grenselos.chat.slack;

import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Place;
import org.jspecify.annotations.Nullable;

/** Lines that only one person sees. Best effort, as Slack forgets them. */
final class SlackWhispers {
  private final SlackCalls calls;
  private final SlackChannels channels;

  SlackWhispers(SlackCalls calls, SlackChannels channels) {
    this.calls = calls;
    this.channels = channels;
  }

  /**
   * @param beside the message it belongs to; null for their direct messages
   */
  Delivery whisper(ChatUser to, @Nullable MessageRef beside, String text) {
    if (beside != null) return whisper(to, beside.channel(), text);
    Place direct = new Place.Direct(to.handle());
    SlackReply<String> channel = channels.find(direct);
    return channel instanceof SlackReply.Yes<String> found
        ? whisper(to, found.answer(), text)
        : SlackRefusals.beforeSending(channel, SlackChannels.describe(direct));
  }

  private Delivery whisper(ChatUser to, String channel, String text) {
    SlackMessage line = SlackCard.line(text);
    var reply =
        calls.call(
            "chat.postEphemeral",
            methods ->
                methods.chatPostEphemeral(r ->
                    r.channel(channel)
                        .user(to.handle().id())
                        .text(line.text())
                        .blocks(line.blocks())
                        .parse("none")
                        .linkNames(false)));
    return reply instanceof SlackReply.Yes<?>
        ? new Delivery.Delivered(SlackPort.ref(channel, "whisper"))
        : SlackRefusals.sending(reply, channel);
  }
}
