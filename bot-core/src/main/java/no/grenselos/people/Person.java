package no.grenselos.people;

import java.util.List;
import java.util.Map;
import no.grenselos.config.Node;
import no.grenselos.config.Settings;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What one row says, read; null or empty where it says nothing.
 *
 * @param row for what is found wrong later
 * @param entry what goes into their entry as it is, by key
 * @param topics all they have, whether or not they said yes; null where the row does not say
 * @param agreed whether they said yes to the topics already
 * @param invite further topics to be proposed to them; null where the row does not say
 * @param teams ids
 */
record Person(
    Settings row,
    @Nullable String id,
    @Nullable String name,
    @Nullable Email email,
    List<Handle> handles,
    Map<String, Node> entry,
    @Nullable List<String> topics,
    boolean agreed,
    @Nullable List<String> invite,
    List<String> teams) {

  /** Whether the row makes them an expert, and no mere member of a team. */
  boolean knowsSomething() {
    return topics != null || invite != null || teams.isEmpty();
  }

  Person known(List<Handle> found) {
    return new Person(row, id, name, email, found, entry, topics, agreed, invite, teams);
  }
}
