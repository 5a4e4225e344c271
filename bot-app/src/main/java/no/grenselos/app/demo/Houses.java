package no.grenselos.app.demo;

import java.util.Locale;

/** In which chat houses the people of a demo are. */
enum Houses {
  SLACK,
  TEAMS,
  BOTH;

  static final String IN_SLACK = "slack";
  static final String IN_TEAMS = "teams";

  boolean hasSlack() {
    return this != TEAMS;
  }

  boolean hasTeams() {
    return this != SLACK;
  }

  /** Where a channel is whose house is not named. */
  String usual() {
    return hasSlack() ? IN_SLACK : IN_TEAMS;
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
