package no.grenselos.app.admission;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who came in.
 *
 * @param id names them in the audit where the rule book does not know them: {@code slack:U123} or
 *     {@code console:local}
 * @param name as shown to others
 * @param house the chat house in which the provider knows them; null where it knows of none
 * @param teams ids of the teams that grenselos.yml gives them, beside those they stand in
 */
public record Visitor(
    String id,
    String name,
    Set<ConsoleRole> roles,
    @Nullable String house,
    @Nullable String member,
    Set<String> teams)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** Whoever used the link for a first start. */
  public static final Visitor LOCAL =
      new Visitor("console:local", "Local admin", Set.of(ConsoleRole.ADMIN), null, null, Set.of());

  public Visitor {
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
  }

  public boolean is(ConsoleRole role) {
    return roles.contains(role);
  }

  public Optional<Handle> handle() {
    return house == null || member == null
        ? Optional.empty()
        : Optional.of(new Handle(house, member));
  }

  /** Under whom what they do is kept. */
  public Colleague colleague(RuleBook book) {
    return handle()
        .map(handle -> book.colleague(handle, name))
        .orElseGet(() -> new Colleague(id, name));
  }

  /** Whether they see the work of all teams. */
  public boolean seesAll() {
    return is(ConsoleRole.ADMIN);
  }

  /** The teams whose work they see. */
  public List<Team> teamsSeen(RuleBook book) {
    Set<String> own = channels(book);
    return book.teams().stream().filter(team -> seesAll() || own.contains(team.channel())).toList();
  }

  /** The channels of their own teams. */
  public Set<String> channels(RuleBook book) {
    return book.teams().stream()
        .filter(team -> teams.contains(team.id()) || handle().filter(team::has).isPresent())
        .map(Team::channel)
        .collect(Collectors.toUnmodifiableSet());
  }
}
