package no.grenselos.reply;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.Subject;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Shortened;
import no.grenselos.memory.Suggestion;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.store.Books;
import no.grenselos.store.Memory;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;
import no.grenselos.work.Way;

/** Where an answer is written, with the post, the thread before it, and words of before. */
final class ReplyForm {
  /** As much of a thread as explains the post. */
  private static final int THREAD = 2;

  private final Counting counting;
  private final Earlier earlier;

  ReplyForm(Counting counting, Earlier earlier) {
    this.counting = counting;
    this.earlier = earlier;
  }

  /** What the text field holds, and what is to be said about it. */
  private record Beginning(String text, Optional<String> note) {}

  Optional<Form> form(Question question) {
    Visit visit = question.visit();
    return Target.of(visit.books(), question.on())
        .filter(target -> open(target.ticket().state()))
        .map(target -> target.withWordsOf(visit.books(), question.value(Form.Field.KNOB)))
        .map(target -> form(question, target, visit.phrases("reply")));
  }

  private static boolean open(TicketState state) {
    return switch (state) {
      case TicketState.Open open -> true;
      case TicketState.Offered offered -> true;
      case TicketState.Claimed claimed -> true;
      case TicketState.Proposed proposed -> true;
      case TicketState.Drafted drafted -> false;
      case TicketState.Answered answered -> false;
      case TicketState.Closed closed -> false;
    };
  }

  private Form form(Question question, Target target, Phrases phrases) {
    Visit visit = question.visit();
    Network network = target.logged().mention().network();
    Way way = way(visit, target);
    Beginning beginning = beginning(question, target, phrases);
    List<Form.Field> fields = new ArrayList<>(thread(visit.books(), target.logged(), phrases));
    fields.add(new Form.Field.Quote(Story.quote(target.logged(), phrases)));
    fields.add(new Form.Field.Words(phrases.say(key("words", way), name(network, phrases))));
    others(visit, target, phrases).ifPresent(line -> fields.add(new Form.Field.Words(line)));
    fields.addAll(offered(question, target, phrases));
    beginning.note().ifPresent(note -> fields.add(new Form.Field.Words(note)));
    fields.add(
        Form.Field.Text.lines(
                "text", phrases.say("form.text"), phrases.say("form.hint"), Counting.ROOM)
            .with(beginning.text())
            .told());
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

  /** The posts before this one, as far as they are known; the first of them first. */
  private static List<Form.Field> thread(Books books, MentionLog.Logged logged, Phrases phrases) {
    List<Form.Field> before = new ArrayList<>();
    MentionId next = logged.mention().inReplyTo();
    while (next != null && before.size() < THREAD) {
      Optional<MentionLog.Logged> found = books.mentions().find(next);
      if (found.isEmpty()) break;
      before.addFirst(new Form.Field.Quote(Story.quote(found.get(), phrases)));
      next = found.get().mention().inReplyTo();
    }
    if (!before.isEmpty()) before.addFirst(new Form.Field.Words(phrases.say("form.thread")));
    return before;
  }

  /** Whether a colleague has it, or has answered here before. */
  private static Optional<String> others(Visit visit, Target target, Phrases phrases) {
    String me = visit.colleague().id();
    if (target.ticket().state() instanceof TicketState.Claimed claimed
        && !claimed.by().id().equals(me)) {
      return Optional.of(phrases.say("form.taken", claimed.by().name()));
    }
    MentionId post = target.logged().mention().id();
    for (int i = 0; post != null && i <= THREAD; i++) {
      Optional<Kept> answer =
          visit.books().memory().answersTo(post).stream()
              .filter(kept -> !kept.by().id().equals(me))
              .findFirst();
      if (answer.isPresent()) {
        String when = Earlier.when(answer.get(), today(visit), phrases);
        return Optional.of(phrases.say("form.answered-before", answer.get().by().name(), when));
      }
      post = visit.books().mentions().find(post).map(l -> l.mention().inReplyTo()).orElse(null);
    }
    return Optional.empty();
  }

  private static ZonedDateTime today(Visit visit) {
    return visit.now().atZone(visit.book().house().zone());
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
      String when = Earlier.when(one, today(visit), phrases);
      String label = phrases.say("form.use", one.by().name(), when, Earlier.label(one));
      ChatEvent.On on = Earlier.beginning(target.ticket().id(), one.id());
      fields.add(new Form.Field.Knob(Press.USE_EARLIER, label, on));
    }
    return fields;
  }

  private Beginning beginning(Question question, Target target, Phrases phrases) {
    if (target.kept().isPresent()) return kept(target, target.kept().get(), phrases);
    if (!question.values().isEmpty()) {
      return new Beginning(question.values().getOrDefault("text", ""), Optional.empty());
    }
    Books books = question.visit().books();
    String me = question.visit().colleague().id();
    return latest(books, target, me)
        .flatMap(proposal -> books.answers().find(ProposalCard.out(proposal)).map(Answer::text))
        .map(text -> new Beginning(text, Optional.empty()))
        .orElseGet(() -> new Beginning("", Optional.empty()));
  }

  /** A colleague's advice, or what they wrote themselves and got back. */
  private static Optional<Proposal> latest(Books books, Target target, String me) {
    if (target.proposal().isPresent()) return target.proposal();
    return books.proposals().of(target.ticket().id()).reversed().stream()
        .filter(one -> one.by().id().equals(me))
        .findFirst();
  }

  private Beginning kept(Target target, Kept kept, Phrases phrases) {
    Network network = target.logged().mention().network();
    Locale language = Locale.of(kept.language().code());
    String by = kept.by().name();
    if (counting.fitted(kept.text(), network, language) instanceof Shortened.Whole(String text)) {
      return new Beginning(text, Optional.of(phrases.say("form.from", by)));
    }
    return switch (counting.fitted(earlier.from(target.logged(), kept), network, language)) {
      case Shortened.Whole(String text) ->
          new Beginning(text, Optional.of(phrases.say("form.cut", by)));
      case Shortened.Cut(String text, int left) ->
          new Beginning(text, Optional.of(phrases.say("form.cut", by)));
      case Shortened.TooLong(String first, int length) ->
          new Beginning(
              first.substring(0, Math.min(Counting.ROOM, first.length())),
              Optional.of(phrases.say("form.first-too-long")));
    };
  }

  Submission read(Question question) {
    Phrases phrases = question.visit().phrases("reply");
    String text = question.value("text");
    if (text.isEmpty()) return Submission.wrong("text", phrases.say("form.needed"));
    Optional<Target> target = Target.of(question.visit().books(), question.on());
    if (target.map(one -> one.logged().erased()).orElse(false)) {
      return Submission.wrong("text", phrases.say("form.gone"));
    }
    return target
        .flatMap(one -> counting.tooLong(text, one.logged().mention().network(), phrases))
        .map(problem -> Submission.wrong("text", problem))
        .orElseGet(() -> Submission.of(new ReplyAction.Reply(text)));
  }
}
