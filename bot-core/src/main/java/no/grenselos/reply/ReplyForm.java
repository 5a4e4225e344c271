package no.grenselos.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.Subject;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Suggestion;
import no.grenselos.mention.Network;
import no.grenselos.store.Drafts;
import no.grenselos.store.Memory;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.TicketDeed;
import no.grenselos.work.Visit;
import no.grenselos.work.Way;

/** Where an answer is written, with the post, the thread before it, and words of before. */
final class ReplyForm {
  /** Ticked by whoever answers a customer whom a colleague answered. */
  private static final String AGAIN = "again";

  private final Counting counting;
  private final Earlier earlier;
  private final boolean assisted;
  private final Beginnings beginnings;

  /**
   * @param assisted whether there is an assistant to ask
   */
  ReplyForm(Counting counting, Earlier earlier, boolean assisted) {
    this.counting = counting;
    this.earlier = earlier;
    this.assisted = assisted;
    this.beginnings = new Beginnings(counting, earlier);
  }

  Optional<Form> form(Question question) {
    Visit visit = question.visit();
    return Target.of(visit.books(), question.on())
        .filter(target -> target.ticket().state().waits())
        .map(target -> target.withWordsOf(visit.books(), question.value(Form.Field.KNOB)))
        .map(target -> form(question, target, visit.phrases("reply")));
  }

  private Form form(Question question, Target target, Phrases phrases) {
    Visit visit = question.visit();
    Network network = target.logged().mention().network();
    Way way = way(visit, target);
    Beginnings.Beginning beginning = beginnings.of(question, target, phrases);
    List<Form.Field> fields =
        new ArrayList<>(Surroundings.thread(visit.books(), target.logged(), phrases));
    fields.add(new Form.Field.Quote(Story.quote(target.logged(), phrases)));
    fields.add(new Form.Field.Words(phrases.say(key("words", way), name(network, phrases))));
    Surroundings.others(visit, target, phrases)
        .ifPresent(line -> fields.add(new Form.Field.Words(line)));
    Optional<String> told = Surroundings.told(visit, target, phrases);
    told.ifPresent(line -> fields.add(new Form.Field.Words(line)));
    fields.addAll(offered(question, target, phrases));
    fields.addAll(drafted(question, target, phrases));
    beginning.note().ifPresent(note -> fields.add(new Form.Field.Words(note)));
    fields.add(
        Form.Field.Text.lines(
                "text", phrases.say("form.text"), phrases.say("form.hint"), Counting.ROOM)
            .with(beginning.text())
            .told());
    if (told.isPresent()) fields.add(allTheSame(question, phrases));
    fields.addAll(counting.below(beginning.text(), network, phrases));
    return new Form(
        FormKind.REPLY,
        stays(question.on(), target),
        phrases.say(key("title", way)),
        phrases.say(key("submit", way)),
        phrases.say("form.cancel"),
        fields);
  }

  private static Way way(Visit visit, Target target) {
    return Way.of(visit.book(), target.ticket(), target.logged().mention(), visit.who().handle());
  }

  private static String key(String what, Way way) {
    return "form." + what + "." + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String name(Network network, Phrases phrases) {
    String key = "network." + network;
    return phrases.has(key) ? phrases.say(key) : network.name();
  }

  /** Once begun with words of before, the form is about the ticket: the words are the writer's. */
  private static ChatEvent.On stays(ChatEvent.On on, Target target) {
    if (target.kept().isEmpty()) return on;
    return new ChatEvent.On.About(new Subject.OfTicket(target.ticket().id()));
  }

  private static Form.Field allTheSame(Question question, Phrases phrases) {
    var yes = new Form.Field.Option("yes", phrases.say("form.all-the-same"));
    Set<String> chosen = question.value(AGAIN).equals("yes") ? Set.of("yes") : Set.of();
    return new Form.Field.ManyOf(AGAIN, phrases.say("form.second"), List.of(yes), chosen, true);
  }

  /** Words of before to take over, by what is looked for or by what fits the post. */
  private List<Form.Field> offered(Question question, Target target, Phrases phrases) {
    Visit visit = question.visit();
    List<Form.Field> fields = new ArrayList<>();
    String sought = question.value("search");
    List<Kept> kept =
        sought.isEmpty()
            ? earlier.of(visit.books(), target.logged(), visit.colleague().id()).stream()
                .map(Suggestion::kept)
                .toList()
            : visit.books().memory().search(Memory.Search.words(sought), Earlier.MOST);
    fields.add(
        Form.Field.Text.line(
                "search", phrases.say("form.search"), phrases.say("form.search.hint"), 100)
            .mayBeEmpty()
            .with(sought)
            .told());
    if (kept.isEmpty() && !sought.isEmpty()) {
      fields.add(new Form.Field.Words(phrases.say("form.search.none")));
    }
    for (Kept one : kept) {
      String when = Earlier.when(one, Surroundings.today(visit), phrases);
      String label = phrases.say("form.use", one.by().name(), when, Earlier.label(one));
      ChatEvent.On on = Earlier.beginning(target.ticket().id(), one.id());
      fields.add(new Form.Field.Knob(Press.USE_EARLIER, label, on));
    }
    return fields;
  }

  /** The assistant's draft to take over, or a way to ask for one. */
  private List<Form.Field> drafted(Question question, Target target, Phrases phrases) {
    if (!assisted) return List.of();
    Visit visit = question.visit();
    TicketId ticket = target.ticket().id();
    Optional<Drafts.Draft> draft = visit.books().drafts().of(ticket, visit.colleague().id());
    ChatEvent.On on = new ChatEvent.On.About(new Subject.Thing(Earlier.DRAFT, ticket.toString()));
    ChatEvent.On about = new ChatEvent.On.About(new Subject.OfTicket(ticket));
    return draft.isPresent()
        ? List.of(new Form.Field.Knob(Press.USE_EARLIER, phrases.say("draft.use"), on))
        : List.of(new Form.Field.Knob(Press.ASK_FOR_DRAFT, phrases.say("draft.ask"), about));
  }

  /** A second answer by somebody else goes out only when its writer knows of the first. */
  private static Optional<String> unwarned(Question question, Target target, Phrases phrases) {
    if (question.value(AGAIN).equals("yes")) return Optional.empty();
    return Surroundings.told(question.visit(), target, phrases);
  }

  /** Said at the form too, so that nobody's words are lost. */
  private static boolean may(Question question, Target target) {
    return TicketDeed.mayAnswer(question.visit().book(), target.ticket(), question.visit().who());
  }

  Submission read(Question question) {
    Phrases phrases = question.visit().phrases("reply");
    String text = question.value("text");
    if (text.isEmpty()) return Submission.wrong("text", phrases.say("form.needed"));
    Optional<Target> target = Target.of(question.visit().books(), question.on());
    if (target.map(one -> one.logged().erased()).orElse(false)) {
      return Submission.wrong("text", phrases.say("form.gone"));
    }
    if (target.filter(one -> !may(question, one)).isPresent()) {
      return Submission.wrong("text", phrases.say("refused.no-role"));
    }
    return target
        .flatMap(one ->
            counting
                .tooLong(text, one.logged().mention().network(), phrases)
                .or(() -> unwarned(question, one, phrases)))
        .map(problem -> Submission.wrong("text", problem))
        .orElseGet(() -> Submission.of(new ReplyAction.Reply(text)));
  }
}
