package no.grenselos.care;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.store.CareQueue;
import no.grenselos.store.Facts;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;

/** Customer service's dialogs: what they ask, and what an answer means. */
record CareForms(Question question, Phrases phrases) {
  private static final int NOTE = 1000;
  private static final int QUESTION = 300;
  private static final int FACT = 1500;
  private static final int OPTION = 75;
  private static final int OPTIONS = 100;
  private static final String NOBODY = "-";

  static CareForms of(Question question) {
    Locale locale =
        question.card().map(Placement::locale).orElseGet(() -> question.visit().locale());
    return new CareForms(question, Phrases.of("care", locale));
  }

  Optional<Form> form() {
    if (question.kind() == FormKind.TELL_FACT) {
      return fact().filter(Facts.Fact::open).flatMap(this::tell);
    }
    return question.ticket().flatMap(this::about);
  }

  private Optional<Form> about(Ticket ticket) {
    List<Form.Field> fields = new ArrayList<>();
    post(ticket).ifPresent(post -> fields.add(quote(post)));
    boolean asks =
        switch (question.kind()) {
          case NOTE -> fields.add(text("note", NOTE));
          case GIVE -> give(ticket, fields);
          case MERGE -> merge(ticket, fields);
          case ASK_FACT -> ask(ticket, fields);
          default -> false;
        };
    return asks ? Optional.of(drawn(fields)) : Optional.empty();
  }

  private boolean give(Ticket ticket, List<Form.Field> fields) {
    List<Form.Field.Option> teams = new ArrayList<>();
    teams.add(new Form.Field.Option(NOBODY, phrases.say("form.give.no-team")));
    String here = visit().books().careQueue().channelOf(ticket.id()).orElse("");
    for (Team team : visit().book().teams()) {
      if (team.channel().equals(here) || teams.size() == OPTIONS) continue;
      teams.add(new Form.Field.Option(team.id(), Lines.cut(team.name(), OPTION)));
    }
    fields.add(new Form.Field.Person("colleague", phrases.say("form.give.colleague"), true));
    return fields.add(
        new Form.Field.OneOf("team", phrases.say("form.give.team"), teams, NOBODY, false));
  }

  /** The same customer's first. */
  private boolean merge(Ticket ticket, List<Form.Field> fields) {
    Lines lines = new Lines(visit().books(), visit().now(), phrases);
    List<Form.Field.Option> others =
        others(ticket).stream()
            .map(other ->
                new Form.Field.Option(other.id().toString(), Lines.cut(lines.plain(other), OPTION)))
            .toList();
    return others.isEmpty()
        ? fields.add(new Form.Field.Words(phrases.say("form.merge.none")))
        : fields.add(new Form.Field.OneOf("ticket", phrases.say("form.merge.ticket"), others));
  }

  private List<Ticket> others(Ticket ticket) {
    CareQueue queue = visit().books().careQueue();
    Optional<String> customer =
        post(ticket).map(MentionLog.Logged::mention).flatMap(Courtesy::customer);
    List<TicketId> same =
        customer.stream()
            .flatMap(who ->
                queue.ofCustomer(who, visit().now().minus(Courtesy.LATELY), OPTIONS).stream())
            .map(Ticket::id)
            .toList();
    return queue.channelOf(ticket.id()).stream()
        .flatMap(channel -> queue.list(channel, new CareQueue.Filter.All(), OPTIONS + 1).stream())
        .filter(other -> !other.id().equals(ticket.id()))
        .sorted(Comparator.comparing(other -> !same.contains(other.id())))
        .limit(OPTIONS)
        .toList();
  }

  private boolean ask(Ticket ticket, List<Form.Field> fields) {
    List<Form.Field.Option> topics =
        visit().book().topics().stream()
            .limit(OPTIONS)
            .map(topic ->
                new Form.Field.Option(
                    topic.id().id(), Lines.cut(topic.name(phrases.locale()), OPTION)))
            .toList();
    if (topics.isEmpty()) return false;
    Optional<TopicId> likely =
        Optional.ofNullable(ticket.topic())
            .or(() ->
                post(ticket)
                    .flatMap(post -> post.reading().topics().stream().findFirst())
                    .map(TopicScore::topic));
    String chosen =
        likely
            .map(TopicId::id)
            .filter(id -> topics.stream().anyMatch(option -> option.value().equals(id)))
            .orElse(null);
    fields.add(text("question", QUESTION));
    return fields.add(
        new Form.Field.OneOf("topic", phrases.say("form.ask-fact.topic"), topics, chosen, false));
  }

  private Optional<Form> tell(Facts.Fact fact) {
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Words(fact.question()));
    visit()
        .books()
        .tickets()
        .find(fact.ticket())
        .flatMap(this::post)
        .ifPresent(post -> fields.add(quote(post)));
    fields.add(text("fact", FACT));
    return Optional.of(drawn(fields));
  }

  Submission read() {
    return switch (question.kind()) {
      case NOTE -> written("note", CareAction.AddNote::new);
      case TELL_FACT -> written("fact", CareAction.TellFact::new);
      case MERGE -> merged();
      case GIVE -> given();
      case ASK_FACT ->
          written(
              "question",
              text -> new CareAction.AskFact(new TopicId(question.value("topic")), text));
      default -> Submission.nothing();
    };
  }

  private Submission written(String field, Function<String, ChatAction> action) {
    String text = question.value(field);
    return text.isEmpty()
        ? Submission.wrong(field, phrases.say("form.needed"))
        : Submission.of(action.apply(text));
  }

  private Submission merged() {
    String ticket = question.value("ticket");
    return ticket.isEmpty()
        ? Submission.nothing()
        : Submission.of(new CareAction.Merge(TicketId.parse(ticket)));
  }

  private Submission given() {
    String colleague = question.value("colleague");
    String team = question.value("team");
    boolean toTeam = !team.isEmpty() && !team.equals(NOBODY);
    if (toTeam && !colleague.isEmpty()) {
      return Submission.wrong("team", phrases.say("form.give.one-only"));
    }
    if (toTeam) return Submission.of(new CareAction.GiveToTeam(team));
    if (colleague.isEmpty()) return Submission.wrong("colleague", phrases.say("form.needed"));
    Handle who = new Handle(visit().who().handle().house(), colleague);
    return Submission.of(new TicketAction.HandOver(new ChatUser(who, "")));
  }

  private Optional<Facts.Fact> fact() {
    return CareActions.factOf(visit().books(), question.on());
  }

  private Visit visit() {
    return question.visit();
  }

  private Optional<MentionLog.Logged> post(Ticket ticket) {
    return visit().books().mentions().find(ticket.mention());
  }

  private Form.Field quote(MentionLog.Logged post) {
    return new Form.Field.Quote(Story.quote(post, phrases));
  }

  private Form.Field text(String id, int most) {
    return Form.Field.Text.lines(
        id, phrases.say("form." + name() + ".text"), phrases.say("form." + name() + ".hint"), most);
  }

  private String name() {
    return question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Form drawn(List<Form.Field> fields) {
    return new Form(
        question.kind(),
        question.on(),
        phrases.say("form." + name() + ".title"),
        phrases.say("form." + name() + ".submit"),
        phrases.say("form.cancel"),
        fields);
  }
}
