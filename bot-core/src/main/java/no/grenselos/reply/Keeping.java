package no.grenselos.reply;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Expert;
import no.grenselos.memory.Kept;
import no.grenselos.memory.KeptId;
import no.grenselos.memory.Source;
import no.grenselos.reading.Language;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.route.RuleBook;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Deed;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Fills the memory of answers, and empties it: it belongs to whoever said things. */
final class Keeping {
  /** The kind of a kept text as a thing: {@code kept:K-12}. */
  static final String THING = "kept";

  /** As many as a house takes in one choice. */
  private static final int MOST_TOPICS = 100;

  private static final int LONGEST = 3_000;
  private static final String MESSAGE = "message";

  private final Gloss gloss;

  Keeping(Gloss gloss) {
    this.gloss = gloss;
  }

  Optional<Form> form(Question question) {
    Visit visit = question.visit();
    if (visit.book().roles(visit.who().handle()).isEmpty()) return Optional.empty();
    Phrases phrases = visit.phrases("reply");
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Words(phrases.say("keep.words")));
    // a card of ours holds somebody else's post: that is no answer, and must not be copied
    String text = question.card().isPresent() ? "" : question.value("text");
    fields.add(
        Form.Field.Text.lines("text", phrases.say("keep.text"), phrases.say("keep.hint"), LONGEST)
            .with(text.substring(0, Math.min(LONGEST, text.length()))));
    fields.add(
        Form.Field.Text.line("title", phrases.say("keep.title-field"), "", Source.MAX_TITLE)
            .mayBeEmpty());
    fields.add(
        new Form.Field.OneOf("kind", phrases.say("keep.kind"), kinds(phrases), "MESSAGE", false));
    List<Form.Field.Option> topics = topics(visit.book(), phrases.locale());
    if (!topics.isEmpty()) {
      fields.add(
          new Form.Field.ManyOf(
              "topics", phrases.say("keep.topics"), topics, onlyOne(visit), true));
    }
    return Optional.of(
        new Form(
            FormKind.KEEP_ANSWER,
            question.on(),
            phrases.say("keep.title"),
            phrases.say("keep.submit"),
            phrases.say("form.cancel"),
            fields));
  }

  private static List<Form.Field.Option> kinds(Phrases phrases) {
    return Arrays.stream(Source.Kind.values())
        .map(kind -> new Form.Field.Option(kind.name(), phrases.say("keep.kind." + kind)))
        .toList();
  }

  private static List<Form.Field.Option> topics(RuleBook book, Locale locale) {
    return book.topics().stream()
        .limit(MOST_TOPICS)
        .map(topic -> new Form.Field.Option(topic.id().id(), topic.name(locale)))
        .toList();
  }

  /** Whoever knows one topic most likely keeps a text on it. */
  private static Set<String> onlyOne(Visit visit) {
    Set<TopicId> own =
        visit.book().expert(visit.who().handle()).map(Expert::topics).orElse(Set.of());
    return own.size() == 1 ? Set.of(own.iterator().next().id()) : Set.of();
  }

  Submission read(Question question) {
    Phrases phrases = question.visit().phrases("reply");
    String text = Kept.words(question.value("text"));
    if (text.isEmpty()) return Submission.wrong("text", phrases.say("form.needed"));
    List<String> chosen = List.of(question.value("topics").split(","));
    List<TopicId> topics =
        question.visit().book().topics().stream()
            .map(Topic::id)
            .filter(id -> chosen.contains(id.id()))
            .toList();
    String title = question.value("title");
    return Submission.of(
        new ReplyAction.KeepText(
            kind(question.value("kind")),
            title.substring(0, Math.min(Source.MAX_TITLE, title.length())),
            text,
            topics,
            link(question.value(MESSAGE))));
  }

  private static Source.Kind kind(String chosen) {
    return Arrays.stream(Source.Kind.values())
        .filter(kind -> kind.name().equals(chosen))
        .findFirst()
        .orElse(Source.Kind.MESSAGE);
  }

  private static @Nullable URI link(String address) {
    try {
      URI uri = new URI(address);
      return "https".equals(uri.getScheme()) && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  void keep(Deed deed, ReplyAction.KeepText keep) {
    if (deed.work().book().roles(deed.event().who().handle()).isEmpty()) {
      deed.whisper("reply", "keep.not-known");
      return;
    }
    Source source =
        new Source(keep.kind(), keep.title(), keep.link(), null, "chat:" + deed.event().id());
    Kept.Draft draft =
        new Kept.Draft(
            deed.who(),
            keep.topics(),
            language(keep.text()),
            keep.text(),
            source,
            deed.work().now());
    deed.work()
        .books()
        .memory()
        .keep(draft)
        .ifPresent(kept -> {
          deed.note("answer.kept", kept.id().toString());
          deed.work().refreshHome(deed.event().who().handle());
          deed.whisper("reply", "keep.done");
        });
  }

  /** Norwegian, or what the bot takes it for otherwise. */
  private Language language(String text) {
    return new Language(gloss.readsNorwegian(text) ? "nb" : "en");
  }

  void forget(Deed deed) {
    Optional<Kept> kept = kept(deed);
    if (kept.isEmpty()) return;
    if (!kept.get().by().is(deed.who())) {
      deed.whisper("reply", "forget.not-yours");
    } else if (deed.work().books().memory().forget(kept.get().id())) {
      deed.note("answer.forgotten", kept.get().id().toString());
      deed.work().refreshHome(deed.event().who().handle());
    }
  }

  private static Optional<Kept> kept(Deed deed) {
    if (!(deed.event().on() instanceof ChatEvent.On.About about)) return Optional.empty();
    if (!(about.subject() instanceof Subject.Thing thing)) return Optional.empty();
    if (!thing.kind().equals(THING)) return Optional.empty();
    try {
      return deed.work().books().memory().find(KeptId.parse(thing.id()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What went out through us is kept by itself. */
  static void answered(Work work, @Nullable Ticket before, Ticket after) {
    if (before == null || !(after.state() instanceof TicketState.Answered answered)) return;
    said(work, before)
        .flatMap(work.books().answers()::find)
        .ifPresent(answer -> keep(work, after, answer, answered.link()));
  }

  /** What was published, or lay ready to be carried out by hand. */
  private static Optional<AnswerId> said(Work work, Ticket before) {
    return switch (before.state()) {
      case TicketState.Drafted drafted -> Optional.of(drafted.answer());
      case TicketState.Claimed claimed ->
          work.books().proposals().of(before.id()).reversed().stream()
              .filter(proposal -> proposal.by().is(claimed.by()))
              .findFirst()
              .filter(Keeping::ready)
              .map(ProposalCard::out);
      default -> Optional.empty();
    };
  }

  private static boolean ready(Proposal proposal) {
    Proposal.Verdict verdict = proposal.verdict();
    return verdict == null
        ? proposal.kind() == Proposal.Kind.BY_HAND
        : verdict.what() == Proposal.Verdict.What.APPROVED;
  }

  private static void keep(Work work, Ticket ticket, Answer answer, @Nullable URI link) {
    if (Kept.words(answer.text()).isEmpty()) return;
    Language language =
        work.books()
            .mentions()
            .find(ticket.mention())
            .map(logged -> logged.reading().language())
            .orElse(Language.UNKNOWN);
    Source source =
        new Source(
            Source.Kind.ANSWERED, "", link, ticket.mention(), "answer:" + answer.id().number());
    List<TopicId> topics = ticket.topic() == null ? List.of() : List.of(ticket.topic());
    boolean unused =
        work.books()
            .memory()
            .keep(new Kept.Draft(answer.by(), topics, language, answer.text(), source, work.now()))
            .isPresent();
  }
}
