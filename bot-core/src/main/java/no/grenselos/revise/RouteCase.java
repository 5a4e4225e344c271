package no.grenselos.revise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.MentionKind;
import org.jspecify.annotations.Nullable;

/**
 * One case of {@code routes-test.yml}: a post, and what should become of it.
 *
 * @param place as {@code config/routes-test.yml:5}
 * @param name for people; empty where nobody gave it one
 */
public record RouteCase(String place, String name, Post post, Expectation expect) {
  /** What people call it: its name, else its place. */
  public String shown() {
    return name.isEmpty() ? place : name;
  }

  /**
   * A post nobody wrote.
   *
   * @param network empty when it does not matter
   * @param author without the leading @; empty when it does not matter
   * @param language as a network would claim it; empty when it claims none
   * @param at when it is posted; null for now
   */
  public record Post(
      String text,
      String network,
      String author,
      String language,
      MentionKind kind,
      int followers,
      @Nullable Instant at) {
    /** One of somebody with few followers, now. */
    public Post(String text, String network, String author) {
      this(text, network, author, "", MentionKind.POST, 0, null);
    }
  }

  /**
   * What is checked; what is empty may be anything.
   *
   * @param lane {@code expert}, {@code care} or {@code both}
   * @param expert id of who is asked first
   * @param notExperts ids of those who are not asked at all
   * @param drop a route drops it
   * @param silent no route decides: none matches, or a silence holds it
   * @param why stands in the name of a route on the way, or in the reason given
   */
  public record Expectation(
      Optional<String> lane,
      Optional<String> topic,
      Optional<String> channel,
      Optional<String> expert,
      List<String> notExperts,
      boolean drop,
      boolean silent,
      Optional<String> why) {
    public Expectation {
      notExperts = List.copyOf(notExperts);
    }
  }
}
