package no.grenselos.playground.teams.tenant;

import java.util.List;
import java.util.Set;

/**
 * The tenant on its first day.
 *
 * @param tenantId a GUID
 * @param withoutBot where the bot is not installed: the {@code aadObjectId} of people, the ids of
 *     teams and group chats; it is installed everywhere else
 */
public record TeamsSeed(
    String tenantId,
    String tenantName,
    TeamsApp app,
    List<TeamsPerson> people,
    List<Team> teams,
    List<GroupChat> groups,
    Set<String> withoutBot) {
  public TeamsSeed {
    people = List.copyOf(people);
    teams = List.copyOf(teams);
    groups = List.copyOf(groups);
    withoutBot = Set.copyOf(withoutBot);
  }

  /** A small tenant for tests: Ana, Ben and Kari, one team with two channels, one group chat. */
  public static TeamsSeed small() {
    TeamsPerson ana = TeamsPerson.of("ana", "Ana Aas").title("Engineer, heat pumps");
    TeamsPerson ben = TeamsPerson.of("ben", "Ben Berg").title("Energy adviser").locale("en-GB");
    TeamsPerson kari = TeamsPerson.of("kari", "Kari Kaas").title("Customer service");
    List<TeamsPerson> all = List.of(ana, ben, kari);
    return new TeamsSeed(
        "0d7e5a1c-3f52-4b7e-8a55-1f4f6f0c9b21",
        "Fjordvarme",
        TeamsApp.usual(),
        all,
        List.of(Team.of("Fjordvarme", all, "kundeservice")),
        List.of(GroupChat.of("Vakt", List.of(ana, kari))),
        Set.of());
  }

  public TeamsSeed tenant(String newId, String newName) {
    return new TeamsSeed(newId, newName, app, people, teams, groups, withoutBot);
  }

  public TeamsSeed app(TeamsApp newApp) {
    return new TeamsSeed(tenantId, tenantName, newApp, people, teams, groups, withoutBot);
  }

  /** Other people; teams and groups of those who are not there any more must be given anew. */
  public TeamsSeed people(List<TeamsPerson> newPeople) {
    return new TeamsSeed(tenantId, tenantName, app, newPeople, teams, groups, withoutBot);
  }

  public TeamsSeed teams(List<Team> newTeams) {
    return new TeamsSeed(tenantId, tenantName, app, people, newTeams, groups, withoutBot);
  }

  public TeamsSeed groups(List<GroupChat> newGroups) {
    return new TeamsSeed(tenantId, tenantName, app, people, teams, newGroups, withoutBot);
  }

  public TeamsSeed withoutBot(String... places) {
    return new TeamsSeed(tenantId, tenantName, app, people, teams, groups, Set.of(places));
  }

  /** By GUID, "29:" id, address, or the address's part before the "@". */
  public TeamsPerson person(String who) {
    return people.stream()
        .filter(person -> person.isKnownAs(who) || person.email().startsWith(who + "@"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + who));
  }
}
