package no.grenselos.bring;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.mention.Mention;
import no.grenselos.route.Decision;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Phrases;
import no.grenselos.work.Work;

/**
 * Says what has become of a post that somebody brought.
 *
 * @param phrases in their language
 * @param link as they wrote it
 */
public record Became(Phrases phrases, RuleBook book, PastedLink link) {
  /** What lookups say in English, and the phrase for it. */
  private static final Map<String, String> REASONS =
      Map.of(
          "the page asks to sign in", "reason.sign-in",
          "the site does not let us read this page", "reason.closed",
          "the link leads to a file, not to a page", "reason.file",
          "the page says nothing about itself", "reason.silent");

  /** In the words of whoever brought it. */
  public static Became of(Work work, ChatUser who, PastedLink link) {
    Phrases phrases = Phrases.of("bring", work.localeOf(new Place.Direct(who.handle())));
    return new Became(phrases, work.book(), link);
  }

  /** Whether it is one of our own answers, or an account of ours wrote it. */
  public static boolean isOurs(Books books, RuleBook book, Mention post) {
    return books.thanks().ofPost(post.id()).isPresent()
        || book.house().accounts().stream()
            .anyMatch(account -> account.is(post.network(), post.author()));
  }

  /** We had it before. */
  public String before(Books books, Logged post) {
    return told(books, post, "here");
  }

  /** It came in by the one who brought it. */
  public String now(Books books, Logged post) {
    return told(books, post, "taken");
  }

  private String told(Books books, Logged post, String key) {
    if (post.erased()) return gone();
    Optional<Ticket> ticket = books.tickets().of(post.mention().id());
    if (ticket.isPresent()) {
      return say(key, ticket.get().id().toString(), who(books, ticket.get()));
    }
    if (isOurs(books, book, post.mention())) return ours();
    return switch (post.decision()) {
      case Decision.Drop drop -> drop.nobodys() ? say("nobodys") : say("left", drop.reason());
      case Decision.Ask ask -> say("along");
      case Decision.Queue queue -> say("along");
      case Decision.Both both -> say("along");
      case Decision.Hold hold -> waits();
    };
  }

  private String who(Books books, Ticket ticket) {
    return switch (ticket.state()) {
      case TicketState.Open open ->
          books
              .careQueue()
              .channelOf(ticket.id())
              .map(channel -> phrases.say("who.queue", channel))
              .orElseGet(() -> phrases.say("who.free"));
      case TicketState.Offered offered ->
          phrases.say(
              "who.asked", book.expert(offered.to()).map(e -> e.name()).orElse(offered.to().id()));
      case TicketState.Claimed claimed -> phrases.say("who.has", claimed.by().name());
      case TicketState.Proposed proposed -> phrases.say("who.writes", proposed.by().name());
      case TicketState.Drafted drafted -> phrases.say("who.writes", drafted.by().name());
      case TicketState.Answered answered -> phrases.say("who.answered", answered.by().name());
      case TicketState.Closed closed -> phrases.say("who.closed");
    };
  }

  /** It is what one of us answered. */
  public String answer(Answer answer) {
    return say("ours.answer", answer.by().name(), answer.ticket().toString());
  }

  public String ours() {
    return say("ours");
  }

  public String gone() {
    return say("gone");
  }

  /** The network knows no such post. */
  public String noSuch() {
    return say("no-such");
  }

  /** It came in, and the rules hold it back. */
  public String waits() {
    return say("waits", link.uri().toString());
  }

  /** The network wants us to come back later, and we will. */
  public String again(Duration wait) {
    return say("again", Math.max(1, wait.plusSeconds(59).toMinutes()));
  }

  /** It did not work, and we leave it at that. */
  public String failed(String reason) {
    return say("failed", reason(reason));
  }

  /** It will not work. */
  public String refused(String reason, String whatToDo) {
    String phrase = REASONS.get(reason);
    return phrase == null
        ? say("refused", reason, whatToDo)
        : say("refused", phrases.say(phrase), phrases.say(phrase + ".do"));
  }

  /** There is something, of which no post can be made. */
  public String unusable(String reason) {
    return refused(reason, phrases.say("reason.silent.do"));
  }

  /** Nothing here can read it. */
  public String nobodyReads() {
    return say("refused", phrases.say("nobody-reads"), phrases.say("nobody-reads.do"));
  }

  private String reason(String english) {
    String phrase = REASONS.get(english);
    return phrase == null ? english : phrases.say(phrase);
  }

  private String say(String key, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = link.place();
    System.arraycopy(values, 0, all, 1, values.length);
    return phrases.say(key, all);
  }
}
