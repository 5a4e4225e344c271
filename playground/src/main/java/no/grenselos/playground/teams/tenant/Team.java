package no.grenselos.playground.teams.tenant;

import java.util.List;
import java.util.stream.Stream;

/**
 * A team with its channels.
 *
 * @param id of its thread, {@code 19:...@thread.tacv2}: the same as that of the channel General
 * @param channels the first is General
 * @param members their {@code aadObjectId}s
 */
public record Team(String id, String name, List<TeamsChannel> channels, List<String> members) {
  public Team {
    channels = List.copyOf(channels);
    members = List.copyOf(members);
    if (channels.isEmpty() || !channels.getFirst().id().equals(id)) {
      throw new IllegalArgumentException("the first channel of team " + id + " must have its id");
    }
  }

  /** A team with General and channels of those names; the ids follow from the names. */
  public static Team of(String name, List<TeamsPerson> people, String... channels) {
    TeamsChannel general = TeamsChannel.of(name, "General");
    Stream<TeamsChannel> more = Stream.of(channels).map(each -> TeamsChannel.of(name, each));
    return new Team(
        general.id(),
        name,
        Stream.concat(Stream.of(general), more).toList(),
        people.stream().map(TeamsPerson::aadObjectId).toList());
  }

  /** The group that stands behind the team in the directory. */
  public String aadGroupId() {
    return Ids.guid(id);
  }

  public Team name(String newName) {
    return new Team(id, newName, channels, members);
  }

  Team channels(List<TeamsChannel> newChannels) {
    return new Team(id, name, newChannels, members);
  }
}
