package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.config.Node;
import no.grenselos.revise.RuleTexts;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;

/**
 * A form about one entry: as it is drawn first, or again with what stands in it.
 *
 * @param sheet the revision it was drawn at first
 * @param entry of that sheet
 * @param said what the entry says there; empty for a new one
 */
record Asked(Question question, Sheet sheet, Entry entry, Node.Mapping said, Phrases phrases) {
  /** Labels are cut by the houses; a list longer than this does not fit. */
  private static final int OPTIONS = 100;

  /** The value for "none of these". */
  static final String NONE = "-";

  /**
   * @param field that is in the form, by which it is seen that it was drawn before
   */
  static Optional<Asked> of(Question question, RuleTexts texts, String field) {
    Optional<Entry> meant = Entry.of(question.on());
    Optional<Sheet> seen =
        meant.flatMap(entry -> Sheet.at(texts, question.visit().books(), entry.revision()));
    if (seen.isEmpty()) return Optional.empty();
    if (question.values().containsKey(field)) return asked(question, seen.get(), meant.get());
    // opened just now, perhaps from an old list: as the rules are today
    return Sheet.newest(texts, question.visit().books())
        .flatMap(newest ->
            newest.here(seen.get(), meant.get()).flatMap(entry -> asked(question, newest, entry)));
  }

  private static Optional<Asked> asked(Question question, Sheet sheet, Entry entry) {
    Phrases phrases = question.phrases("ruling");
    if (entry.isNew())
      return Optional.of(new Asked(question, sheet, entry, Node.Mapping.empty(), phrases));
    return sheet.find(entry).map(said -> new Asked(question, sheet, entry, said, phrases));
  }

  ChatEvent.On on() {
    return entry.on();
  }

  Form form(List<Field> fields) {
    return phrases.form(question.kind(), on(), fields);
  }

  /** What stands in the field, or the entry's own where the form is fresh. */
  String now(String key) {
    return isFresh() ? said.text(key) : question.value(key);
  }

  String label(String field) {
    return phrases.say("field." + field);
  }

  String hint(String field) {
    String key = "field." + field + ".hint";
    return phrases.has(key) ? phrases.say(key) : "";
  }

  Field.Text line(String key, int longest) {
    return Field.Text.line(key, label(key), hint(key), longest).with(cut(now(key), longest));
  }

  Field.Text lines(String key, int longest) {
    return Field.Text.lines(key, label(key), hint(key), longest).with(cut(now(key), longest));
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(longest, text.length()));
  }

  /** Why it is changed, for colleagues. */
  Field because() {
    return Field.Text.line("because", label("because"), hint("because"), 200).mayBeEmpty();
  }

  Field.Text optional(String key, int longest) {
    return line(key, longest).mayBeEmpty();
  }

  Field yes(String... keys) {
    List<Field.Option> options =
        Stream.of(keys).map(key -> new Field.Option(key, label(key))).toList();
    Set<String> chosen =
        isFresh()
            ? Stream.of(keys)
                .filter(key -> said.text(key).equals("true"))
                .collect(Collectors.toSet())
            : Set.of(question.value("more").split(","));
    return new Field.ManyOf("more", label("more"), options, chosen, true);
  }

  /** Whether nobody filled in anything yet. */
  boolean isFresh() {
    return question.values().isEmpty();
  }

  /** One of these, or none; what stands there is among them even when nobody knows it. */
  Field oneOf(String key, List<Field.Option> known) {
    String now = now(key).length() > 75 ? "" : now(key);
    List<Field.Option> options = new ArrayList<>();
    options.add(new Field.Option(NONE, phrases.say("field." + key + ".none")));
    known.stream().filter(one -> one.value().equals(now)).forEach(options::add);
    boolean unknown = options.size() == 1 && !now.isEmpty() && !now.equals(NONE);
    if (unknown) options.add(new Field.Option(now, now));
    known.stream().filter(one -> !one.value().equals(now)).forEach(options::add);
    String chosen = now.isEmpty() ? NONE : now;
    List<Field.Option> fit = options.subList(0, Math.min(OPTIONS, options.size()));
    return new Field.OneOf(key, label(key), fit, chosen, false);
  }
}
