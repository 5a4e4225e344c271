package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.RuleAction;
import no.grenselos.config.Node;
import no.grenselos.expert.Expert;
import no.grenselos.reading.TopicId;
import no.grenselos.revise.Invitations;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;

/**
 * The dialog about one topic: what it is called, how it is known, who is invited to take it, and a
 * route for it where nobody would ever be asked.
 */
final class TopicForm {
  /** The field at which whatever has no place of its own is told. */
  static final String FIRST = "name-nb";

  private static final int NAME = 60;

  private final Question question;
  private final Sheet sheet;
  private final Entry entry;
  private final Node.Mapping said;
  private final TopicPeople people;

  private TopicForm(Question question, Sheet sheet, Entry entry) {
    this.question = question;
    this.sheet = sheet;
    this.entry = entry;
    this.said = sheet.find(entry).orElseGet(Node.Mapping::empty);
    this.people = new TopicPeople(sheet, said.text("id"));
  }

  static Optional<Form> of(Question question, RuleTexts texts) {
    // no field is surely filled in; whatever came back says that it was drawn before
    String any = question.values().keySet().stream().findFirst().orElse(FIRST);
    return Asked.of(question, texts, any)
        .map(asked -> new TopicForm(question, asked.sheet(), asked.entry()).form(asked));
  }

  private Form form(Asked asked) {
    Asked flat = new Asked(question, sheet, entry, TopicText.flat(said), asked.phrases());
    List<Field> fields = new ArrayList<>();
    TopicText.NAMES.keySet().forEach(name -> fields.add(flat.optional(name, NAME)));
    for (String list : List.of(TopicText.KEYWORDS, TopicText.EXAMPLES))
      fields.add(list(flat, list));
    owners(asked.phrases()).ifPresent(words -> fields.add(new Field.Words(words)));
    people.field(flat).forEach(fields::add);
    if (!reached()) fields.addAll(route(flat));
    fields.add(flat.because());
    return flat.form(fields);
  }

  private Field list(Asked flat, String list) {
    return TopicText.fits(said, list)
        ? flat.lines(list, TopicText.LONGEST).mayBeEmpty()
        : new Field.Words(flat.phrases().say("form.topic.too-long", flat.label(list)));
  }

  /** Who said yes to it, or has it by the rules. */
  private Optional<String> owners(Phrases phrases) {
    Optional<TopicId> topic = question.visit().book().known(said.text("id"));
    String names =
        question.visit().book().experts().stream()
            .filter(expert -> topic.filter(expert.topics()::contains).isPresent())
            .map(Expert::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(phrases.say("form.topic.owners", names));
  }

  private boolean reached() {
    TopicReach reach = TopicReach.of(sheet.entries(Section.ROUTES));
    return entry.isNew() ? reach.hasAny() : reach.has(said.text("id"));
  }

  private List<Field> route(Asked flat) {
    Field.Option ask = new Field.Option(TopicEdit.ASK, flat.phrases().say("field.route.ask"));
    boolean chosen = flat.isFresh() || question.value(TopicEdit.ROUTE).equals(TopicEdit.ASK);
    Set<String> now = chosen ? Set.of(TopicEdit.ASK) : Set.of();
    return List.of(
        new Field.Words(flat.phrases().say("form.topic.unreached")),
        new Field.ManyOf(TopicEdit.ROUTE, flat.label(TopicEdit.ROUTE), List.of(ask), now, true));
  }

  /** The form as it was sent; empty when the revision at which it was drawn is not kept. */
  static Optional<TopicForm> sent(Question question, RuleTexts texts, Entry entry) {
    return Sheet.at(texts, question.visit().books(), entry.revision())
        .map(sheet -> new TopicForm(question, sheet, entry));
  }

  RuleAction.WriteRule action() {
    Map<String, String> keys = new HashMap<>();
    for (String key : TopicText.OWN)
      if (TopicText.fits(said, key)) keys.put(key, question.value(key));
    Invitations change =
        Invitations.between(
            people.topic(), people.invited(), people.read(question.value(TopicPeople.FIELD)).ids());
    keys.put(TopicEdit.INVITE, sorted(change.invited()));
    keys.put(TopicEdit.WITHDRAW, sorted(change.withdrawn()));
    keys.put(TopicEdit.ROUTE, question.value(TopicEdit.ROUTE));
    return new RuleAction.WriteRule(entry.toString(), keys, Entry.NEW, question.value("because"));
  }

  private static String sorted(Set<String> ids) {
    return ids.stream().sorted().collect(Collectors.joining(","));
  }

  /** What is to be mended, by field; what only the whole book shows is told when it is kept. */
  Map<String, String> faults(Phrases phrases) {
    Map<String, String> faults = new HashMap<>();
    List<String> names = List.copyOf(TopicText.NAMES.keySet());
    if (names.stream().allMatch(name -> question.value(name).isEmpty()))
      faults.put(FIRST, phrases.say("form.needed"));
    for (String name : names)
      if (taken(question.value(name))) faults.put(name, phrases.say("fault.topic-taken"));
    boolean found =
        Stream.of(TopicText.KEYWORDS, TopicText.EXAMPLES)
            .anyMatch(list -> !TopicText.fits(said, list) || !question.value(list).isEmpty());
    if (!found && !said.entries().containsKey("phrases"))
      faults.put(TopicText.EXAMPLES, phrases.say("fault.topic-unknown"));
    Set<String> unknown = people.read(question.value(TopicPeople.FIELD)).unknown();
    if (!unknown.isEmpty())
      faults.put(TopicPeople.FIELD, phrases.say("fault.person", String.join(", ", unknown)));
    return faults;
  }

  /** By its name people know a topic. */
  private boolean taken(String name) {
    Locale locale = question.visit().locale();
    return !name.isEmpty()
        && sheet.entries(Section.TOPICS).stream()
            .filter(topic -> entry.isNew() || !topic.text("id").equals(said.text("id")))
            .flatMap(
                topic -> TopicText.NAMES.keySet().stream().map(key -> TopicText.text(topic, key)))
            .anyMatch(other -> other.toLowerCase(locale).equals(name.toLowerCase(locale)));
  }
}
