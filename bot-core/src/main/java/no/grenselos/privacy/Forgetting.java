package no.grenselos.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.mention.AuthorName;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Erasures;
import no.grenselos.work.Erasure;
import no.grenselos.work.Workroom;

/**
 * Erases all posts of somebody outside who asks for it, a few in each transaction; what was done
 * stays done when it is broken off, and doing it again does the rest. A later post of theirs is a
 * new post. Safe for many threads.
 */
public final class Forgetting {
  /** So many rows are looked at in one read; they are read by their numbers. */
  private static final int ROWS = 2_000;

  private static final int POSTS = 20;

  /** What comes in meanwhile is looked for again, but not for ever. */
  private static final int ROUNDS = 3;

  private final Workroom room;

  public Forgetting(Workroom room) {
    this.room = room;
  }

  /**
   * What was, or would be, erased.
   *
   * @param posts whose words were kept
   * @param waiting what had come in and nobody had read yet
   */
  public record Forgotten(int posts, int waiting) {}

  /** What would be erased. */
  public Forgotten look(AuthorName author) {
    int waiting = room.read(books -> books.mentionInbox().idle(event -> wrote(author, event)));
    return new Forgotten(posts(author).size(), waiting);
  }

  /**
   * Erases it. The log of who did what says that it was done, and not to whom.
   *
   * @param by who does it: a colleague's id, or the admin at the command line
   */
  public Forgotten forget(AuthorName author, String by) {
    int waiting = room.write(w -> w.books().mentionInbox().forget(event -> wrote(author, event)));
    int erased = 0;
    List<MentionId> posts = posts(author);
    for (int round = 1; !posts.isEmpty() && round <= ROUNDS; round++) {
      for (int from = 0; from < posts.size(); from += POSTS)
        erase(posts.subList(from, Math.min(posts.size(), from + POSTS)));
      erased += posts.size();
      posts = posts(author);
    }
    Forgotten forgotten = new Forgotten(erased, waiting);
    return room.write(work -> {
      work.note(by, "author.forgotten", null, forgotten.posts() + " posts");
      return forgotten;
    });
  }

  private void erase(List<MentionId> posts) {
    boolean unused =
        room.write(work -> {
          for (MentionId post : posts) Erasure.of(work, post, Erasure.Cause.ASKED);
          return true;
        });
  }

  /** All of theirs whose words are kept. */
  public List<MentionId> posts(AuthorName author) {
    Set<MentionId> posts = new LinkedHashSet<>();
    long after = 0;
    boolean last = false;
    while (!last) {
      long from = after;
      Erasures.Page page = room.read(books -> books.erasures().by(author, from, ROWS));
      posts.addAll(page.posts());
      after = page.next();
      last = page.last();
    }
    return new ArrayList<>(posts);
  }

  private static boolean wrote(AuthorName author, MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted -> author.wrote(posted.mention());
      case MentionEvent.Edited edited -> author.wrote(edited.mention());
      case MentionEvent.Liked liked -> liked.by().equalsIgnoreCase(author.name());
      case MentionEvent.Deleted deleted -> false;
    };
  }
}
