package no.grenselos.chat.slack;

import no.grenselos.chat.ChatContract;
import no.grenselos.chat.HeardEvents;

class SlackChatOverHttpTest extends ChatContract {
  @Override
  protected StandIn open(HeardEvents listener) throws Exception {
    return SlackHouse.overHttp(listener);
  }
}
