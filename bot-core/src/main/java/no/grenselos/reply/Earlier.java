package no.grenselos.reply;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Subject;
import no.grenselos.memory.Kept;
import no.grenselos.memory.KeptId;
import no.grenselos.memory.Shortened;
import no.grenselos.memory.Shortening;
import no.grenselos.memory.Suggestion;
import no.grenselos.memory.Suggestions;
import no.grenselos.memory.Suggestions.Candidate;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicScore;
import no.grenselos.store.Books;
import no.grenselos.store.Memory;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Phrases;

/** What was said before that fits a post. */
final class Earlier {
  /** The kind of a beginning taken from the memory: {@code earlier:T-5/K-12}. */
  static final String THING = "earlier";

  /** The kind of a beginning that the assistant drafted: {@code draft:T-5}. */
  static final String DRAFT = "draft";

  /** As many as can be read at a glance. */
  static final int MOST = 5;

  /** As many as are compared with the post: few, as each new one may have to be encoded. */
  private static final int CANDIDATES = 12;

  private static final int LABEL = 48;

  private final Suggestions suggestions;

  Earlier(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  /**
   * Best first.
   *
   * @param who is asked, as a colleague's id
   */
  List<Suggestion> of(Books books, MentionLog.Logged logged, String who) {
    if (logged.erased()) return List.of();
    Map<KeptId, Kept> kept = new LinkedHashMap<>();
    List<Memory.Search> searches = new ArrayList<>();
    searches.add(Memory.Search.words(logged.mention().text()));
    for (TopicScore topic : logged.reading().topics()) {
      searches.add(Memory.Search.on(topic.topic()).by(who));
      searches.add(Memory.Search.on(topic.topic()));
    }
    for (Memory.Search search : searches) {
      books.memory().search(search, CANDIDATES).forEach(one -> kept.put(one.id(), one));
    }
    List<Candidate> candidates =
        kept.values().stream()
            // an answer to this very post is no earlier one
            .filter(one -> !logged.mention().id().equals(one.source().post()))
            .limit(2L * CANDIDATES)
            .map(one -> new Candidate(one, asked(books, one)))
            .toList();
    Suggestions.Post post = Suggestions.Post.of(logged.mention().text(), logged.reading());
    return suggestions.of(post, who, candidates).stream().limit(MOST).toList();
  }

  /** The kept text, from where it fits the post best. */
  String from(MentionLog.Logged logged, Kept kept) {
    return logged.erased() ? kept.text() : suggestions.from(logged.mention().text(), kept);
  }

  private static String asked(Books books, Kept kept) {
    MentionId post = kept.source().post();
    if (post == null) return "";
    return books
        .mentions()
        .find(post)
        .filter(logged -> !logged.erased())
        .map(logged -> logged.mention().text())
        .orElse("");
  }

  /** Begins the reply to this ticket with these words. */
  static ChatEvent.On beginning(TicketId ticket, KeptId kept) {
    return new ChatEvent.On.About(new Subject.Thing(THING, ticket + "/" + kept));
  }

  /** When it was said: the month, and the year when it is not this one. */
  static String when(Kept kept, ZonedDateTime now, Phrases phrases) {
    ZoneId zone = now.getZone();
    ZonedDateTime then = kept.at().atZone(zone);
    String month = DateTimeFormatter.ofPattern("LLLL", phrases.locale()).format(then);
    return then.getYear() == now.getYear()
        ? phrases.say("earlier.month", month)
        : phrases.say("earlier.month-year", month, Integer.toString(then.getYear()));
  }

  /** The first words, or the title, on one line. */
  static String label(Kept kept) {
    String start = kept.source().title().isEmpty() ? kept.text() : kept.source().title();
    String line = start.replaceAll("\\s+", " ").strip();
    if (line.length() <= LABEL) return line;
    int blank = line.lastIndexOf(' ', LABEL - 1);
    return line.substring(0, blank > LABEL / 2 ? blank : LABEL - 1) + "…";
  }

  /** The first whole sentences that fit on a card; the label when none does. */
  static String glance(Kept kept) {
    return switch (Shortening.to(200).fit(kept.text(), Locale.of(kept.language().code()))) {
      case Shortened.Whole(String text) -> text;
      case Shortened.Cut(String text, int left) -> text + " …";
      case Shortened.TooLong(String first, int length) -> label(kept);
    };
  }
}
