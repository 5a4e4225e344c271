package no.grenselos.flow;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.expert.Handle;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;

/** The small dialogs: what they ask, and what an answer means. Only reads. */
final class Forms {
  /** Room for a long reply; the network's own limit is checked by its publisher. */
  private static final int REPLY_LENGTH = 2_500;

  private final Workroom room;

  Forms(Workroom room) {
    this.room = room;
  }

  /** What an answered form asks for: an action, or what is wrong with which field. */
  record Submission(Optional<ChatAction> action, Map<String, String> errors) {
    static Submission of(ChatAction action) {
      return new Submission(Optional.of(action), Map.of());
    }

    static Submission wrong(String field, String text) {
      return new Submission(Optional.empty(), Map.of(field, text));
    }
  }

  Optional<Form> open(FormKind kind, ChatEvent.On on, ChatUser who) {
    RuleBook book = room.rules().book();
    return room.read(books ->
        Desk.card(books, on)
            .flatMap(card -> Story.of(books, book, card))
            .flatMap(story -> {
              List<Topic> topics = Wishes.toChooseFrom(book, who, story.ticket().topic());
              return form(kind, story, topics);
            }));
  }

  /**
   * @param topics those the person may have to choose from
   */
  private static Optional<Form> form(FormKind kind, Story story, List<Topic> topics) {
    Placement card = story.card();
    MentionLog.Logged logged = story.logged();
    Phrases phrases = Phrases.in(card.locale());
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Quote(Story.quote(logged, phrases)));
    switch (kind) {
      case PASS_TO -> {
        fields.add(new Form.Field.Person("colleague", phrases.say("form.pass.who"), true));
        fields.add(
            new Form.Field.Text(
                "reason",
                phrases.say("form.pass.why"),
                phrases.say("form.pass.hint"),
                false,
                true,
                300));
      }
      case HAND_OVER ->
          fields.add(new Form.Field.Person("colleague", phrases.say("form.hand-over.who"), false));
      case REPLY -> {
        fields.add(
            new Form.Field.Words(phrases.say("form.reply.words", logged.mention().network())));
        fields.add(
            new Form.Field.Text(
                "text",
                phrases.say("form.reply.text"),
                phrases.say("form.reply.hint"),
                true,
                false,
                REPLY_LENGTH));
      }
      case ANSWERED ->
          fields.add(
              new Form.Field.Text(
                  "link", phrases.say("form.answered.link"), "https://", false, true, 500));
      case MORE_LIKE_THIS, LESS_LIKE_THIS -> {
        if (logged.erased() || topics.isEmpty()) return Optional.empty();
        fields.add(which(topics, phrases));
      }
    }
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Optional.of(
        new Form(
            kind,
            card.id(),
            phrases.say("form." + name + ".title"),
            phrases.say("form." + name + ".submit"),
            phrases.say("form.cancel"),
            fields));
  }

  private static Form.Field which(List<Topic> topics, Phrases phrases) {
    List<Form.Field.Option> options =
        topics.stream()
            .limit(100)
            .map(t -> new Form.Field.Option(t.id().id(), t.name(phrases.locale())))
            .toList();
    return new Form.Field.OneOf("topic", phrases.say("form.wish.topic"), options);
  }

  Submission read(FormKind kind, PlacementId id, ChatUser who, Map<String, String> values) {
    Optional<Placement> card = room.read(books -> books.placements().find(id));
    Phrases phrases = Phrases.in(card.map(Placement::locale).orElse(Locale.ENGLISH));
    String house = who.handle().house();
    return switch (kind) {
      case PASS_TO ->
          Submission.of(
              new ChatAction.Pass(
                  person(house, values).orElse(null), values.getOrDefault("reason", "").strip()));
      case HAND_OVER ->
          person(house, values)
              .map(person -> Submission.of(new ChatAction.HandOver(person)))
              .orElseGet(() -> Submission.wrong("colleague", phrases.say("form.needed")));
      case REPLY -> reply(card, values.getOrDefault("text", "").strip(), phrases);
      case ANSWERED -> answered(values.getOrDefault("link", "").strip(), phrases);
      case MORE_LIKE_THIS ->
          topic(values)
              .map(topic -> Submission.of(new ChatAction.MoreLikeThis(topic)))
              .orElseGet(() -> Submission.wrong("topic", phrases.say("form.needed")));
      case LESS_LIKE_THIS ->
          topic(values)
              .map(topic -> Submission.of(new ChatAction.LessLikeThis(topic)))
              .orElseGet(() -> Submission.wrong("topic", phrases.say("form.needed")));
    };
  }

  private Submission reply(Optional<Placement> card, String text, Phrases phrases) {
    if (text.isEmpty()) return Submission.wrong("text", phrases.say("form.needed"));
    Optional<Ticket> ticket =
        card.flatMap(c -> room.read(books -> books.tickets().find(c.ticket())));
    Optional<String> tooLong = ticket.flatMap(t -> tooLong(t, text, phrases));
    return tooLong
        .map(problem -> Submission.wrong("text", problem))
        .orElseGet(() -> Submission.of(new ChatAction.Reply(text)));
  }

  private Optional<String> tooLong(Ticket ticket, String text, Phrases phrases) {
    return room.publisher(ticket.mention().network())
        .filter(publisher -> publisher.length(text) > publisher.maxLength())
        .map(publisher ->
            phrases.say("form.too-long", publisher.length(text), publisher.maxLength()));
  }

  private static Submission answered(String link, Phrases phrases) {
    if (link.isEmpty()) return Submission.of(new ChatAction.Answered(null));
    try {
      URI uri = new URI(link);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null) return Submission.of(new ChatAction.Answered(uri));
    } catch (URISyntaxException e) {
      // falls through: said at the field
    }
    return Submission.wrong("link", phrases.say("form.not-a-link"));
  }

  /** Only one there is; whose it is, the desk looks at. */
  private Optional<TopicId> topic(Map<String, String> values) {
    String chosen = values.getOrDefault("topic", "");
    return room.rules().book().topics().stream()
        .map(Topic::id)
        .filter(id -> id.id().equals(chosen))
        .findFirst();
  }

  private static Optional<ChatUser> person(String house, Map<String, String> values) {
    return Optional.ofNullable(values.get("colleague"))
        .filter(id -> !id.isBlank())
        .map(id -> new ChatUser(new Handle(house, id), ""));
  }
}
