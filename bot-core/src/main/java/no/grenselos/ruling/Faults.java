package no.grenselos.ruling;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.RuleAction;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.work.Question;
import no.grenselos.work.Visit;

/**
 * What is wrong with an entry as it was filled in, at the fields where it is to be mended. Somebody
 * waits for it in an open dialog, so only the entry is looked at; the whole book is when it is
 * kept.
 */
final class Faults {
  private static final Pattern PLACE =
      Pattern.compile("(?:routes|silences|cases)\\[(\\d+)](?:\\.(.+))?");

  /** Where a key's problem is shown that has no field of its own name. */
  private static final Map<String, String> FIELDS =
      Map.of("lane", "goes", "until", "day", "go-on", "more", "approval", "more", "keep", "more");

  private final Question question;
  private final RuleTexts texts;

  Faults(Question question, RuleTexts texts) {
    this.question = question;
    this.texts = texts;
  }

  /** By field id; empty when it can be used as far as one can tell without all the others. */
  Map<String, String> of(RuleAction.WriteRule action) {
    Entry entry = Entry.parse(action.entry()).orElseThrow();
    Visit visit = question.visit();
    Optional<Sheet> seen = Sheet.at(texts, visit.books(), entry.revision());
    if (seen.isEmpty()) return Map.of(first(), question.phrases("ruling").say("gone"));
    Node.Mapping before = seen.get().find(entry).orElseGet(Node.Mapping::empty);
    Node.Mapping after = Edits.filled(entry.section(), before, action.keys());
    int place = Math.max(0, entry.place());
    Map<String, String> faults =
        byField(texts.look(visit.written(), entry.section(), place, after), entry.section(), place);
    if (entry.section() == Section.ROUTES) taken(before, after).forEach(faults::putIfAbsent);
    return faults;
  }

  /** By its name a rule is known. */
  private Map<String, String> taken(Node.Mapping before, Node.Mapping after) {
    String name = after.text("name");
    if (name.equals(before.text("name"))) return Map.of();
    return question.visit().written().routes().stream().anyMatch(one -> one.name().equals(name))
        ? Map.of(shown("name"), question.phrases("ruling").say("fault.taken"))
        : Map.of();
  }

  private Map<String, String> byField(List<ConfigProblem> problems, Section section, int place) {
    Map<String, String> faults = new HashMap<>();
    for (ConfigProblem problem : problems) {
      String field = field(problem, section, place);
      // one that is about something else is told with its place
      boolean here = !field.isEmpty();
      faults.merge(
          here ? field : first(),
          here ? problem.text() : problem.toString(),
          (one, other) -> one + "\n" + other);
    }
    return faults;
  }

  /** Empty when the problem is not this entry's. */
  private String field(ConfigProblem problem, Section section, int place) {
    String list = section.name().toLowerCase(Locale.ROOT);
    Matcher parts = PLACE.matcher(problem.path());
    if (!parts.matches() || !problem.path().startsWith(list)) return "";
    if (Integer.parseInt(parts.group(1)) != place) return "";
    if (section == Section.CASES) return first();
    String key = Optional.ofNullable(parts.group(2)).orElse("when");
    return shown(FIELDS.getOrDefault(key, key));
  }

  private String shown(String field) {
    return switch (question.kind()) {
      // there the query is made of what is filled in, and the reason stands in both
      case LEAVE_ALONE ->
          switch (field) {
            case "day", "author", "words", "network" -> field;
            case "drop", "why" -> "why";
            default -> first();
          };
      case SILENCE -> field.equals("by") ? "why" : field;
      default -> field;
    };
  }

  /** The field where whatever has no place of its own is told. */
  private String first() {
    return switch (question.kind()) {
      case RULE -> "name";
      case SILENCE -> "when";
      case REMOVE_RULE -> "because";
      case KEEP_TEST -> CaseForm.POST;
      default -> question.value("author").isEmpty() ? "words" : "author";
    };
  }
}
