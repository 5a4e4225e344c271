package no.grenselos.app.demo;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.mention.Author;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Evidence;
import no.grenselos.route.Decision;
import no.grenselos.route.RuleBook;
import no.grenselos.store.AuditLog;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Store;

/** Finds the words for one event. Foreign text is cut short and stripped of what moves a cursor. */
final class Telling {
  private static final int EXCERPT = 46;
  private static final int WORDS = 4;
  private static final Pattern PERSON =
      Pattern.compile("(slack|teams)[:, ]+(?:id=)?([A-Za-z0-9-]+)");
  private static final Pattern AFTER = Pattern.compile("after=(\\d+)ms");
  private static final Pattern CHANNEL = Pattern.compile("#[\\p{L}\\p{N}_-]+");

  private final Supplier<RuleBook> book;

  Telling(Supplier<RuleBook> book) {
    this.book = book;
  }

  /**
   * One event in words.
   *
   * @param what at most eight letters
   */
  record Told(String what, String text) {}

  /** Empty for what a person need not see. */
  Optional<Told> of(Store store, AuditLog.Entry entry) {
    String about = entry.ticket() == null ? "" : String.format("%-5s ", entry.ticket());
    String who = name(entry.who());
    String detail = inert(entry.detail());
    return Optional.ofNullable(
        switch (entry.what()) {
          case "ticket.opened" -> post(store, entry.detail().split(" ", 2)[0], about);
          case "mention.dropped" -> post(store, entry.detail().split(": ", 2)[0], "");
          case "mention.held" -> told("held", detail);
          case "mention.edited" -> told("edited", about + "the post says something else now");
          case "mention.deleted" ->
              told("deleted", detail + " is gone outside; its words are erased");
          case "mention.reshared" -> told("reshared", detail);
          case "ticket.queued", "ticket.fell-back" -> told("queue", about + detail);
          case "ticket.offered" -> told("asked", about + offered(entry.detail()));
          case "ticket.held" -> told("held", about + detail);
          case "nudge.delivered", "card.delivered" -> told("shown", about + shown(entry.detail()));
          case "nudge.lapsed" ->
              told("lapsed", about + expert(detail) + "; somebody else is asked");
          case "nudge.passed" -> told("pass", about + who + passedTo(entry.detail()));
          case "nudge.wrong-topic" -> told("pass", about + who + ": not about " + detail);
          case "nudge.later" -> told("later", about + who + ": later, please");
          case "topic.muted" -> told("mute", about + who + ": no more about " + detail);
          case "ticket.claimed" -> told("claim", about + who + " takes it");
          case "ticket.released" -> told("release", about + who + " gives it back");
          case "ticket.handed-over" ->
              told("hand", about + who + " hands it over " + expert(detail));
          case "ticket.closed" -> told("closed", about + who + ": " + detail);
          case "ticket.reopened" -> told("reopen", about + who + " opens it again");
          case "ticket.answered" -> told("answer", about + who + " answered, " + detail);
          case "ticket.answer-taken-back" -> told("undo", about + who + ": not answered after all");
          case "answer.published" -> told("answer", about + who + " answered: " + detail);
          case "answer.refused" -> told("refused", about + who + "'s answer: " + detail);
          case "action.refused" -> told("refused", about + who + ", " + detail);
          case "item.skipped", "entry.parked", "errand.parked", "card.refused", "card.lost" ->
              told("trouble", about + entry.what() + ": " + detail);
          case "feed.failed", "feed.refused", "feed.waits" -> told("feed", detail);
          default -> null;
        });
  }

  private static Told told(String what, String text) {
    return new Told(what, text);
  }

  private static Told post(Store store, String id, String ticket) {
    Optional<MentionLog.Logged> found =
        store.read(books -> books.mentions().find(MentionId.parse(id)));
    return told(
        found.isPresent() && found.get().decision() instanceof Decision.Drop ? "dropped" : "post",
        found.map(logged -> post(logged, ticket)).orElse(ticket + id));
  }

  static String post(MentionLog.Logged logged, String ticket) {
    Author author = logged.mention().author();
    String handle = author.handle().isBlank() ? author.name() : "@" + author.handle();
    return ticket
        + inert(handle)
        + ", "
        + logged.reading().intent().name().toLowerCase(Locale.ROOT)
        + " in "
        + logged.reading().language()
        + " “"
        + excerpt(logged.mention().text())
        + "” → "
        + decision(logged.decision());
  }

  static String decision(Decision decision) {
    String by =
        switch (decision) {
          case Decision.Ask ask -> "ask who knows " + ask.topic().id();
          case Decision.Queue queue -> "queue in " + queue.terms().channel();
          case Decision.Both both ->
              "queue in " + both.terms().channel() + ", ask who knows " + both.topic().id();
          case Decision.Hold hold -> "wait until " + hold.until() + ": " + hold.reason();
          case Decision.Drop drop -> "nobody: " + inert(drop.reason());
        };
    List<String> routes = decision.because().routes();
    String route = routes.isEmpty() ? "" : " · route " + String.join(" + ", routes);
    return by + route + words(decision.because().evidence());
  }

  private static String words(List<Evidence> evidence) {
    String words =
        evidence.stream()
            .filter(piece -> piece.start() >= 0)
            .map(piece -> "“" + inert(piece.words()) + "”")
            .distinct()
            .limit(WORDS)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : " · " + words;
  }

  private String offered(String detail) {
    // "to ana: reason"
    String[] parts = detail.replaceFirst("^to ", "").split(": ", 2);
    return name(parts[0]) + (parts.length > 1 ? " · " + inert(parts[1]) : "");
  }

  private String shown(String detail) {
    Matcher after = AFTER.matcher(detail);
    String took = after.find() ? " " + after.group(1) + " ms after it came in" : "";
    Matcher channel = CHANNEL.matcher(detail);
    if (channel.find()) return "card in " + channel.group() + took;
    Matcher person = PERSON.matcher(detail);
    return person.find()
        ? "nudge to " + name(person.group(1) + ":" + person.group(2)) + took
        : inert(detail);
  }

  private String passedTo(String named) {
    if (named.isEmpty()) return ": not mine";
    if (Handle.parse(named).isEmpty()) return ": " + inert(named);
    return ": not mine, " + name(named) + " knows this";
  }

  /** The sentence with the expert's id in it replaced by their name. */
  private String expert(String sentence) {
    int space = sentence.lastIndexOf(' ');
    return sentence.substring(0, space + 1) + name(sentence.substring(space + 1));
  }

  private String name(String who) {
    int colon = who.indexOf(':');
    if (colon > 0) {
      Handle handle = new Handle(who.substring(0, colon), who.substring(colon + 1));
      return book.get().colleague(handle, "").name();
    }
    return who.isBlank()
        ? who
        : book.get()
            .expert(new ExpertId(who))
            .map(expert -> Objects.requireNonNull(expert.name()))
            .orElse(who);
  }

  private static String excerpt(String text) {
    String line = inert(text);
    if (line.codePointCount(0, line.length()) <= EXCERPT) return line;
    return line.substring(0, line.offsetByCodePoints(0, EXCERPT)).strip() + "…";
  }

  /** One line, without control, format or private characters. */
  static String inert(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("\\p{C}", "").strip();
  }
}
