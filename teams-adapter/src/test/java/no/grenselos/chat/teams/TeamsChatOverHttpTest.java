package no.grenselos.chat.teams;

import no.grenselos.chat.ChatContract;
import no.grenselos.chat.HeardEvents;

class TeamsChatOverHttpTest extends ChatContract {
  @Override
  protected StandIn open(HeardEvents listener) throws Exception {
    return TeamsTenant.open(listener);
  }
}
