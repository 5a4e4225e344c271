package no.grenselos.conversation;

import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;
import no.grenselos.mention.MentionId;
import no.grenselos.store.MentionLog;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/** What a ticket's card shows of the posts that joined it: the newest, shortened, with links. */
final class JoinedLines {
  /** What is older stays in the store. */
  private static final int SHOWN = 3;

  private static final int QUOTED = 400;

  private JoinedLines() {}

  static void add(Feature.Look look, Story story, CardDraft card) {
    List<MentionId> posts = look.books().care().followUps(story.ticket().id());
    if (posts.isEmpty()) return;
    Phrases phrases = Phrases.of("conversation", story.card().locale());
    int before = Math.max(0, posts.size() - SHOWN);
    if (before > 0) card.small(phrases.say("joined.before", before));
    posts.stream()
        .skip(before)
        .flatMap(post -> look.books().mentions().find(post).stream())
        .forEach(post -> {
          card.small(
              new Span.Plain(phrases.say(label(story, post)) + " "),
              new Span.Moment(post.mention().publishedAt()));
          card.add(quote(post, phrases));
        });
  }

  private static String label(Story story, MentionLog.Logged post) {
    Optional<String> author = Courtesy.customer(post.mention());
    boolean again =
        author.isPresent() && author.equals(Courtesy.customer(story.logged().mention()));
    if (again) return "joined.again";
    boolean copy = story.ticket().mention().equals(post.reading().copyOf());
    return copy ? "joined.copy" : "joined.other";
  }

  private static Part.Post quote(MentionLog.Logged post, Phrases phrases) {
    Part.Post whole = Story.quote(post, phrases);
    return new Part.Post(whole.author(), whole.link(), Shortened.to(QUOTED, whole.text()));
  }
}
