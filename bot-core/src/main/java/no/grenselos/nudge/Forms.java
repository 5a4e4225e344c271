package no.grenselos.nudge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Handle;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Equipment;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;

/** The small dialogs on the way of a ticket: what they ask, and what an answer means. */
final class Forms {
  /** Room for a long reply; the network's own limit is checked by its publisher. */
  private static final int REPLY_LENGTH = 2_500;

  /** Ticked by whoever answers a customer whom a colleague answered. */
  private static final String AGAIN = "again";

  private final Equipment equipment;

  Forms(Equipment equipment) {
    this.equipment = equipment;
  }

  Optional<Form> form(Question question) {
    Visit visit = question.visit();
    return question
        .card()
        .flatMap(card -> Story.of(visit.books(), visit.book(), card))
        .flatMap(story -> {
          if (question.kind() == FormKind.REPLY) return Optional.of(reply(visit, story));
          List<Topic> topics =
              Wishes.toChooseFrom(visit.book(), visit.who(), story.ticket().topic());
          return form(question.kind(), story, topics);
        });
  }

  /**
   * @param topics those the person may have to choose from
   */
  private static Optional<Form> form(FormKind kind, Story story, List<Topic> topics) {
    Placement card = story.card();
    MentionLog.Logged logged = story.logged();
    Phrases phrases = Phrases.of("nudge", card.locale());
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Quote(Story.quote(logged, phrases)));
    switch (kind) {
      case PASS_TO -> {
        fields.add(new Form.Field.Person("colleague", phrases.say("form.pass.who"), true));
        fields.add(
            Form.Field.Text.line(
                    "reason", phrases.say("form.pass.why"), phrases.say("form.pass.hint"), 300)
                .mayBeEmpty());
      }
      case HAND_OVER ->
          fields.add(new Form.Field.Person("colleague", phrases.say("form.hand-over.who"), false));
      case ANSWERED ->
          fields.add(
              Form.Field.Text.line("link", phrases.say("form.answered.link"), "https://", 500)
                  .mayBeEmpty());
      case ASK, ANSWER_COLLEAGUE -> {
        return Optional.empty();
      }
      case MORE_LIKE_THIS, LESS_LIKE_THIS -> {
        if (logged.erased() || topics.isEmpty()) return Optional.empty();
        fields.add(which(topics, phrases));
      }
      default -> throw new IllegalArgumentException(kind + " is not asked here");
    }
    return Optional.of(drawn(kind, card, phrases, fields));
  }

  private static Form drawn(
      FormKind kind, Placement card, Phrases phrases, List<Form.Field> fields) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Form(
        kind,
        new ChatEvent.On.Card(card.id()),
        phrases.say("form." + name + ".title"),
        phrases.say("form." + name + ".submit"),
        phrases.say("form.cancel"),
        fields);
  }

  /** Begins as the team begins; says who told the same customer something lately. */
  private static Form reply(Visit visit, Story story) {
    Phrases phrases = Phrases.of("nudge", story.card().locale());
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Quote(Story.quote(story.logged(), phrases)));
    fields.add(
        new Form.Field.Words(phrases.say("form.reply.words", story.logged().mention().network())));
    String opening =
        visit
            .features()
            .opening(visit.books(), story.ticket())
            .or(() -> Courtesy.opening(visit.books(), visit.book(), story.ticket()))
            .map(words -> words + "\n\n")
            .orElse("");
    Optional<String> warning = second(visit, story.ticket(), phrases);
    warning.ifPresent(words -> fields.add(new Form.Field.Words(words)));
    fields.add(
        Form.Field.Text.lines(
                "text",
                phrases.say("form.reply.text"),
                phrases.say("form.reply.hint"),
                REPLY_LENGTH)
            .with(opening));
    if (warning.isPresent()) {
      var yes = new Form.Field.Option("yes", phrases.say("form.reply.all-the-same"));
      fields.add(
          new Form.Field.ManyOf(
              AGAIN, phrases.say("form.reply.second"), List.of(yes), Set.of(), true));
    }
    return drawn(FormKind.REPLY, story.card(), phrases, fields);
  }

  /** Somebody else answered the same customer lately. */
  private static Optional<String> second(Visit visit, Ticket ticket, Phrases phrases) {
    return Courtesy.toldLately(visit.books(), ticket, visit.colleague(), visit.now()).stream()
        .findFirst()
        .map(told -> phrases.say("form.reply.told", told.by().name(), told.ticket().id()));
  }

  private static Form.Field which(List<Topic> topics, Phrases phrases) {
    List<Form.Field.Option> options =
        topics.stream()
            .limit(100)
            .map(t -> new Form.Field.Option(t.id().id(), t.name(phrases.locale())))
            .toList();
    return new Form.Field.OneOf("topic", phrases.say("form.wish.topic"), options);
  }

  Submission read(Question question) {
    Map<String, String> values = question.values();
    Optional<Placement> card = question.card();
    Phrases phrases =
        Phrases.of("nudge", card.map(Placement::locale).orElseGet(() -> question.visit().locale()));
    String house = question.visit().who().handle().house();
    RuleBook book = question.visit().book();
    FormKind kind = question.kind();
    return switch (kind) {
      case PASS_TO ->
          Submission.of(
              new TicketAction.Pass(
                  person(house, values).orElse(null), values.getOrDefault("reason", "").strip()));
      case HAND_OVER ->
          person(house, values)
              .map(person -> Submission.of(new TicketAction.HandOver(person)))
              .orElseGet(() -> Submission.wrong("colleague", phrases.say("form.needed")));
      case REPLY -> reply(question, values.getOrDefault("text", "").strip(), phrases);
      case ANSWERED -> answered(values.getOrDefault("link", "").strip(), phrases);
      case MORE_LIKE_THIS ->
          topic(book, values)
              .map(topic -> Submission.of(new TicketAction.MoreLikeThis(topic)))
              .orElseGet(() -> Submission.wrong("topic", phrases.say("form.needed")));
      case ASK, ANSWER_COLLEAGUE -> Submission.nothing();
      case LESS_LIKE_THIS ->
          topic(book, values)
              .map(topic -> Submission.of(new TicketAction.LessLikeThis(topic)))
              .orElseGet(() -> Submission.wrong("topic", phrases.say("form.needed")));
      default -> throw new IllegalArgumentException(kind + " is not asked here");
    };
  }

  private Submission reply(Question question, String text, Phrases phrases) {
    if (text.isEmpty()) return Submission.wrong("text", phrases.say("form.needed"));
    return question
        .ticket()
        .flatMap(
            ticket -> tooLong(ticket, text, phrases).or(() -> unwarned(question, ticket, phrases)))
        .map(problem -> Submission.wrong("text", problem))
        .orElseGet(() -> Submission.of(new TicketAction.Reply(text)));
  }

  /** A second answer by somebody else goes out only when its writer knows of the first. */
  private static Optional<String> unwarned(Question question, Ticket ticket, Phrases phrases) {
    if (question.value(AGAIN).equals("yes")) return Optional.empty();
    return second(question.visit(), ticket, phrases);
  }

  private Optional<String> tooLong(Ticket ticket, String text, Phrases phrases) {
    return equipment
        .publisher(ticket.mention().network())
        .filter(publisher -> publisher.length(text) > publisher.maxLength())
        .map(publisher ->
            phrases.say("form.too-long", publisher.length(text), publisher.maxLength()));
  }

  private static Submission answered(String link, Phrases phrases) {
    if (link.isEmpty()) return Submission.of(new TicketAction.Answered(null));
    try {
      URI uri = new URI(link);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null) return Submission.of(new TicketAction.Answered(uri));
    } catch (URISyntaxException e) {
      // falls through: said at the field
    }
    return Submission.wrong("link", phrases.say("form.not-a-link"));
  }

  /** Only one there is; whose it is, the desk looks at. */
  private static Optional<TopicId> topic(RuleBook book, Map<String, String> values) {
    String chosen = values.getOrDefault("topic", "");
    return book.topics().stream().map(Topic::id).filter(id -> id.id().equals(chosen)).findFirst();
  }

  private static Optional<ChatUser> person(String house, Map<String, String> values) {
    return Optional.ofNullable(values.get("colleague"))
        .filter(id -> !id.isBlank())
        .map(id -> new ChatUser(new Handle(house, id), ""));
  }
}
