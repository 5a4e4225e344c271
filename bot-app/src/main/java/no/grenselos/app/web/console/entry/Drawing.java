package no.grenselos.app.web.console.entry;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.Sides;
import no.grenselos.app.web.console.desk.Spot;
import no.grenselos.config.Node;
import no.grenselos.expert.Expert;
import no.grenselos.reading.TopicId;
import no.grenselos.revise.Section;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Puts an entry's form on a page, in somebody's language. */
final class Drawing {
  /** Experts who are asked whether they take the topic. */
  static final String INVITED = "entry-invited";

  private final RuleBook book;
  private final Visitor visitor;
  private final Shape shape;
  private final ZoneId zone;
  private @Nullable Set<String> invited;

  Drawing(RuleBook book, Locale locale, Visitor visitor, Console console) {
    this.book = book;
    this.visitor = visitor;
    this.shape = new Shape(book, locale, new TreeSet<>(console.bench().houses()));
    this.zone = console.book().house().zone();
  }

  /**
   * An expert as a topic's form shows them.
   *
   * @param agreed whether they have the topic already
   */
  public record Knower(String id, String name, boolean agreed, boolean invited) {}

  /** Those that the form has chosen. */
  void invited(Set<String> chosen) {
    invited = chosen;
  }

  List<Field> fields(Section section) {
    return shape.of(section);
  }

  void on(
      Model model,
      Asked asked,
      Node.Mapping entry,
      List<Spot> spots,
      @Nullable Drafted drafted,
      Sides sides) {
    List<Filled> fields = new ArrayList<>();
    for (Field field : fields(asked.section())) {
      List<Spot> here =
          drafted == null
              ? List.of()
              : spots.stream().filter(spot -> drafted.isAbout(spot, field)).toList();
      String value = Written.shown(entry, field);
      if (asked.key().isEmpty() && field.path().equals("by") && value.isEmpty()) {
        value = visitor.name();
      }
      fields.add(new Filled(field, value, Written.picked(entry, field), here));
    }
    int at = asked.at() == Integer.MAX_VALUE ? 0 : asked.at();
    model.addAttribute(
        "card",
        new Card(
            asked.section(), asked.key(), asked.base(), at, asked.why(), fields, spots, sides));
    model.addAttribute("zone", zone.getId());
    if (asked.section() == Section.TOPICS) {
      model.addAttribute("knowers", knowers(entry.text("id")));
    }
  }

  private List<Knower> knowers(String topic) {
    List<Knower> knowers = new ArrayList<>();
    TopicId id = book.known(topic).orElse(null);
    for (Expert expert : book.experts()) {
      String who = expert.id().id();
      boolean agreed = id != null && expert.topics().contains(id);
      boolean proposed =
          invited == null
              ? id != null && expert.manner().proposed().contains(id)
              : invited.contains(who);
      knowers.add(new Knower(who, expert.name(), agreed, proposed));
    }
    return knowers;
  }
}
