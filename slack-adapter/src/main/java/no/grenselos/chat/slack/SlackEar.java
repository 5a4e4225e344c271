package no.grenselos.chat.slack;

import com.slack.api.bolt.App;

/** Hears some of what Slack tells us. */
@FunctionalInterface
interface SlackEar {
  /** Says what it wants to hear. */
  void listen(App app);
}
