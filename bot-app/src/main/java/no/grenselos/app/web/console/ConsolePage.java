package no.grenselos.app.web.console;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.admission.Visitor;

/**
 * The pages, in the order in which they are shown at the top. All below {@code /console/NAME} is
 * for those who may read the page, and what is sent there for those who may change things. To add
 * one: an entry here, and its controller in {@link ConsoleWeb}.
 */
public enum ConsolePage {
  NOW(
      EnumSet.of(ConsoleRole.ADMIN, ConsoleRole.LEAD, ConsoleRole.CARE),
      EnumSet.of(ConsoleRole.ADMIN, ConsoleRole.LEAD)),
  TICKETS(
      EnumSet.of(ConsoleRole.ADMIN, ConsoleRole.LEAD, ConsoleRole.CARE),
      EnumSet.noneOf(ConsoleRole.class)),
  PEOPLE(
      EnumSet.of(ConsoleRole.ADMIN, ConsoleRole.LEAD, ConsoleRole.CARE),
      EnumSet.of(ConsoleRole.ADMIN)),
  RULES(EnumSet.of(ConsoleRole.ADMIN, ConsoleRole.LEAD), EnumSet.of(ConsoleRole.ADMIN)),
  INSIGHTS(
      EnumSet.of(ConsoleRole.ADMIN, ConsoleRole.LEAD, ConsoleRole.READER),
      EnumSet.of(ConsoleRole.ADMIN)),
  SYSTEM(EnumSet.of(ConsoleRole.ADMIN), EnumSet.of(ConsoleRole.ADMIN));

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
  private final Set<ConsoleRole> readers;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<ConsoleRole> writers;

  ConsolePage(Set<ConsoleRole> readers, Set<ConsoleRole> writers) {
    this.readers = Set.copyOf(readers);
    this.writers = Set.copyOf(writers);
  }

  /** Its name in addresses, templates and phrases. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String path() {
    return ConsoleWeb.ROOT + "/" + key();
  }

  /** Who may look at it. */
  public Set<ConsoleRole> readers() {
    return readers;
  }

  /** Who may change things there; none of them where it only shows. */
  public Set<ConsoleRole> writers() {
    return writers;
  }

  public boolean opensTo(Visitor visitor) {
    return readers.stream().anyMatch(visitor::is);
  }

  public boolean mayChange(Visitor visitor) {
    return writers.stream().anyMatch(visitor::is);
  }

  /** The page an address belongs to; none for an address of no page. */
  static Optional<ConsolePage> at(String path) {
    return Stream.of(values())
        .filter(page -> path.equals(page.path()) || path.startsWith(page.path() + "/"))
        .findFirst();
  }

  /** Those the visitor may look at. */
  static List<ConsolePage> of(Visitor visitor) {
    return Stream.of(values()).filter(page -> page.opensTo(visitor)).toList();
  }
}
