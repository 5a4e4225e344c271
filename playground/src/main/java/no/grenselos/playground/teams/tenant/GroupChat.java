package no.grenselos.playground.teams.tenant;

import java.util.List;

/**
 * A chat of several people.
 *
 * @param id {@code 19:...@thread.v2}
 * @param members their {@code aadObjectId}s
 */
public record GroupChat(String id, String name, List<String> members) {
  public GroupChat {
    members = List.copyOf(members);
    if (!id.startsWith("19:") || !id.endsWith("@thread.v2")) {
      throw new IllegalArgumentException("group chat id is " + id + ", must be 19:...@thread.v2");
    }
  }

  /** The id follows from the name. */
  public static GroupChat of(String name, List<TeamsPerson> people) {
    return new GroupChat(
        "19:" + Ids.guid(name).replace("-", "") + "@thread.v2",
        name,
        people.stream().map(TeamsPerson::aadObjectId).toList());
  }
}
