package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.grenselos.mention.AuthorName;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.TicketId;

/**
 * Finds what is to be taken away, and takes it out of what people inside wrote. The posts
 * themselves are erased by {@link MentionLog#erase}.
 */
public interface Erasures {
  /** Where people's own words about a ticket stand. */
  enum Writing {
    /** What they answered, or wanted to. */
    ANSWER,
    /** What they wrote for each other: notes, questions for facts and the facts. */
    NOTE,
    /** What they said to a proposed answer. */
    COMMENT,
    /** What the log of who did what says about it. */
    AUDIT
  }

  /** What is deleted when it is old enough, whatever it is about. */
  enum Leftover {
    /** Entries of the log of who did what. */
    AUDIT,
    /** Who was looked at when somebody was to be asked, by the age of the ticket. */
    CONSIDERED,
    /** What people inside asked each other. */
    INQUIRY,
    /** Changes of the rules that were given up or made. */
    RULE_DRAFT
  }

  /**
   * Puts changed words in the place of those written about a ticket.
   *
   * @return how many texts changed
   */
  int change(TicketId ticket, Set<Writing> where, UnaryOperator<String> change);

  /**
   * The same for what people asked each other, for changes of the rules that wait, and for the
   * files of all revisions of the rules that hold examples: the rules' own tests and the topics.
   * All texts in them are given to the change, ids too.
   *
   * @param marks only rows with one of them, in whatever case of its Latin letters, are looked at
   */
  Changed changeElsewhere(List<String> marks, UnaryOperator<String> change);

  /**
   * Posts of that author whose words are here, each once, in the order in which they came. A page
   * ends where so many rows were looked at, whether or not they are theirs.
   *
   * @param after the place where the page before ended; 0 for the first
   * @param rows to look at, at most
   */
  Page by(AuthorName author, long after, int rows);

  /**
   * Deletes so many of the kind that are older.
   *
   * @return their numbers
   */
  List<Long> sweep(Leftover what, Instant before, int most);

  /**
   * What was changed.
   *
   * @param examples whether files of the newest revision were
   * @param inquiries their numbers
   * @param ruleDrafts their numbers
   */
  record Changed(boolean examples, List<Long> inquiries, List<Long> ruleDrafts) {
    public static final Changed NOTHING = new Changed(false, List.of(), List.of());

    public Changed {
      inquiries = List.copyOf(inquiries);
      ruleDrafts = List.copyOf(ruleDrafts);
    }
  }

  /**
   * Some posts, and where to go on.
   *
   * @param last whether nothing comes after
   */
  record Page(List<MentionId> posts, long next, boolean last) {
    public Page {
      posts = List.copyOf(posts);
    }
  }
}
