package no.grenselos.chat.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Finding;

/** Tries what must be in place before the first card can be sent. */
final class TeamsCheck {
  private final TeamsSettings settings;
  private final TeamsTokens tokens;
  private final TeamsHouse house;
  private final List<Finding> findings = new ArrayList<>();

  TeamsCheck(TeamsSettings settings, TeamsTokens tokens, TeamsHouse house) {
    this.settings = settings;
    this.tokens = tokens;
    this.house = house;
  }

  List<Finding> run(List<String> channels) {
    if (settings.isLocal()) {
      fine("local development", "no token is asked for or sent; only this machine may call");
    } else {
      Optional<String> problem = tokens.problem();
      if (problem.isPresent()) bad("token", problem.get());
      else fine("token", "Microsoft gives us one, tenant " + settings.app().tenant());
    }
    channels.forEach(this::channel);
    return List.copyOf(findings);
  }

  private void channel(String name) {
    if (house.channels().find(name).isPresent()) {
      fine(name, "the bot is in it");
      return;
    }
    bad(
        name,
        "the bot was never added to a team with such a channel: in Teams, the team, Manage team,"
            + " Apps; two teams with a channel of that name are told apart as \"#Team/channel\"");
  }

  private void fine(String what, String text) {
    findings.add(new Finding(true, "teams: " + what, text));
  }

  private void bad(String what, String text) {
    findings.add(new Finding(false, "teams: " + what, text));
  }
}
