package no.grenselos.chat.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.util.ArrayList;
import java.util.List;

/** All that Slack tells us, the same over HTTP and over Socket Mode. */
final class SlackEvents {
  private SlackEvents() {}

  /**
   * @param ears who hears it; what nobody hears is acknowledged
   */
  static App app(Slack slack, List<SlackEar> ears) {
    AppConfig config = AppConfig.builder().slack(slack).allEventsApiAutoAckEnabled(true).build();
    // no middleware of the kit: the signature was checked on the raw bytes, before anything was
    // parsed, and its authorisation would ask Slack while Slack waits for our answer
    App app = new App(config, new ArrayList<>());
    ears.forEach(ear -> ear.listen(app));
    return app;
  }
}
