package no.grenselos.playground.slack.workspace;

import java.util.List;

/** The workspace on its first day. */
public record SlackSeed(
    String teamId,
    String teamName,
    SlackApp app,
    List<SlackUser> users,
    List<SlackChannel> channels) {
  public SlackSeed {
    users = List.copyOf(users);
    channels = List.copyOf(channels);
  }

  /** A small workspace for tests: Ana, Ben and Kari, with #general and #kundeservice. */
  public static SlackSeed small() {
    SlackApp app = SlackApp.usual();
    return new SlackSeed(
        "T0PLAYGROUND",
        "Fjordvarme",
        app,
        List.of(
            SlackUser.of("U0ANA", "ana", "Ana Aas").title("Engineer, heat pumps"),
            SlackUser.of("U0BEN", "ben", "Ben Berg").title("Energy adviser").locale("en-GB"),
            SlackUser.of("U0KARI", "kari", "Kari Kaas").title("Customer service")),
        List.of(
            SlackChannel.open("general", "U0ANA", "U0BEN", "U0KARI", app.botUser()),
            SlackChannel.open("kundeservice", "U0KARI", app.botUser())));
  }

  public SlackSeed app(SlackApp newApp) {
    return new SlackSeed(teamId, teamName, newApp, users, channels);
  }

  public SlackSeed team(String newId, String newName) {
    return new SlackSeed(newId, newName, app, users, channels);
  }

  public SlackSeed users(List<SlackUser> newUsers) {
    return new SlackSeed(teamId, teamName, app, newUsers, channels);
  }

  public SlackSeed channels(List<SlackChannel> newChannels) {
    return new SlackSeed(teamId, teamName, app, users, newChannels);
  }

  /** The bot as a member of the workspace. */
  SlackUser bot() {
    return SlackUser.of(app.botUser(), app.name(), app.name()).title("App").email("");
  }
}
