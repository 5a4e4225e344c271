package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;

/** The account of ours that is read and answers, and what Graph calls its things. */
interface OurAccount {
  Network network();

  /** Its number; empty in recordings, which do not say whose they are. */
  String id();

  /** The permission without which nothing is shown, as the dashboard names it. */
  String permissions();

  /** The lists that hold posts, newest first, each with the newest of what is said below it. */
  List<String> lists();

  /** Of a listed post. */
  String fields();

  /** When the listed post was written, in Unix seconds; 0 where it cannot be read. */
  long published(JsonNode post);

  /** The listed post, where it can be a mention of us. */
  Optional<Shown> itself(JsonNode post);

  /** What the comments of a listed post hold, each followed by those it brings along. */
  List<Shown> below(JsonNode post, List<JsonNode> comments);

  boolean isOurs(Shown shown);

  /**
   * @throws no.grenselos.feed.http.UnusableItem when it is none
   */
  Mention read(Shown shown);

  /** How single posts may be asked for, the likeliest way first. */
  List<Way> waysTo(String id);

  /**
   * A question for one post.
   *
   * @param address below the API's version, with its parameters
   * @param reading of the answer
   */
  record Way(String address, Function<JsonNode, Shown> reading) {}

  /** The post of ours that the link leads to; empty where the link does not say. */
  Optional<String> idIn(URI link);

  /** The most characters of an answer. */
  int longest();

  /** What answers are called that stand below a post or comment. */
  String answers();

  /** Below what its answers stand: the first comment of its thread, or the post. */
  default String top(Mention to) {
    MentionId answered = to.inReplyTo();
    if (answered == null || answered.id().equals(to.conversation())) return to.id().id();
    return answered.id();
  }

  /** Of a listed answer. */
  String answerFields();

  /** Whether the listed answer is ours. */
  boolean isOurAnswer(JsonNode answer);

  /** The listed answer's words. */
  String words(JsonNode answer);

  /** Opens our answer. */
  URI link(JsonNode answer, Mention to);

  default MentionId mentionId(String id) {
    return new MentionId(network(), id);
  }
}
