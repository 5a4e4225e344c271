package no.grenselos.app.web.console.entry;

import java.util.List;
import no.grenselos.app.web.console.desk.Sides;
import no.grenselos.app.web.console.desk.Spot;
import no.grenselos.revise.Section;

/**
 * The form of one entry, filled.
 *
 * @param key what it is known by; empty for a new one
 * @param base the revision it was drawn at
 * @param at its place in the order, from 1
 * @param why the reason typed so far
 * @param spots all that is wrong, also with other entries
 * @param overtaken what others did meanwhile, and this would
 */
public record Card(
    Section section,
    String key,
    int base,
    int at,
    String why,
    List<Filled> fields,
    List<Spot> spots,
    Sides overtaken) {
  /** The section's name in phrases. */
  public String kind() {
    return section.name().toLowerCase(java.util.Locale.ROOT);
  }

  public boolean fresh() {
    return key.isEmpty();
  }

  /** Whether entries of the section have an order that counts. */
  public boolean ordered() {
    return section == Section.ROUTES;
  }

  /** What is wrong outside of the fields. */
  public List<Spot> elsewhere() {
    List<Spot> told = fields.stream().flatMap(field -> field.problems().stream()).toList();
    return spots.stream().filter(spot -> !told.contains(spot)).toList();
  }
}
