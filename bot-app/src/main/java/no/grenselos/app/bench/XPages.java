package no.grenselos.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/**
 * Made-up pages of X's recent search in the shape of docs.x.com, Search recent Posts: each post
 * with its entities and author, two of five with the post they answer, quote or pass on. No post
 * comes twice. Not thread safe.
 */
final class XPages {
  /** The most that X gives at once. */
  static final int POSTS = 100;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
  private static final long FIRST_ID = 2_000_000_000_000_000_000L;
  private static final String[] RELATIONS = {"replied_to", "quoted", "retweeted"};

  private final Vocabulary words;
  private final Random random;
  private final Said said;
  private long number;

  /** What a post says that nobody quotes or passes on; empty for something of no matter. */
  @FunctionalInterface
  interface Said {
    /**
     * @param id as X gives it
     */
    Optional<String> by(String id);
  }

  XPages(Vocabulary words) {
    this(words, id -> Optional.empty());
  }

  XPages(Vocabulary words, Said said) {
    this.words = words;
    this.random = words.random();
    this.said = said;
  }

  /** The next page, newest first, which says that another one waits. */
  byte[] next() {
    return page(POSTS, true);
  }

  /**
   * A page of so many posts.
   *
   * @param more whether another one waits
   */
  byte[] page(int posts, boolean more) {
    ObjectNode page = JSON.createObjectNode();
    ArrayNode data = page.putArray("data");
    ObjectNode includes = page.putObject("includes");
    ArrayNode users = includes.putArray("users");
    ArrayNode referred = includes.putArray("tweets");
    for (int i = 0; i < posts; i++) {
      ObjectNode post = post(users);
      Optional<String> text = said.by(post.path("id").asText());
      if (text.isPresent()) post.put("text", text.get());
      else if (random.nextInt(5) < 2) refer(post, referred, users);
      data.insert(0, post);
    }
    ObjectNode meta = page.putObject("meta").put("result_count", posts);
    meta.put("newest_id", data.path(0).path("id").asText());
    meta.put("oldest_id", data.path(posts - 1).path("id").asText());
    if (more) meta.put("next_token", "b26v89c19zqg8o3frdeki" + number);
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void refer(ObjectNode post, ArrayNode referred, ArrayNode users) {
    ObjectNode other = post(users);
    referred.add(other);
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    String relation = RELATIONS[random.nextInt(RELATIONS.length)];
    JsonNode reference = nodes.objectNode().put("type", relation).set("id", other.path("id"));
    post.set("referenced_tweets", nodes.arrayNode().add(reference));
  }

  private ObjectNode post(ArrayNode users) {
    String id = Long.toString(FIRST_ID + ++number * 1_000_003);
    String user = Long.toString(1_000_000_000_000_000_000L + number);
    users.add(user(user));
    ObjectNode post = JSON.createObjectNode().put("id", id).put("author_id", user);
    post.put("text", words.text() + " https://t.co/" + Long.toString(number, 36));
    post.put("conversation_id", id).put("lang", "no");
    post.put("created_at", BEGIN.plusMillis(number * 40).toString());
    post.putArray("edit_history_tweet_ids").add(id);
    post.set("entities", entities());
    return post;
  }

  private ObjectNode user(String id) {
    ObjectNode user = JSON.createObjectNode().put("id", id).put("username", "name" + number);
    user.put("name", words.named() + " " + words.named()).put("protected", false);
    user.putObject("public_metrics")
        .put("followers_count", random.nextInt(5_000))
        .put("following_count", random.nextInt(900))
        .put("tweet_count", random.nextInt(90_000))
        .put("listed_count", random.nextInt(20))
        .put("like_count", random.nextInt(9_000));
    return user;
  }

  private ObjectNode entities() {
    ObjectNode entities = JSON.createObjectNode();
    String shortened = "https://t.co/" + Long.toString(number, 36);
    String meant = "https://" + words.named() + ".example/" + number;
    ObjectNode url = entities.putArray("urls").addObject().put("start", 90).put("end", 113);
    url.put("url", shortened).put("expanded_url", meant).put("display_url", meant.substring(8));
    url.put("title", words.text()).put("description", words.text()).put("status", 200);
    entities.putArray("hashtags").addObject().put("start", 3).put("end", 9).put("tag", "strøm");
    ObjectNode mention = entities.putArray("mentions").addObject().put("start", 0).put("end", 2);
    mention.put("username", "name" + random.nextInt(1_000)).put("id", "17" + number);
    ObjectNode annotation = entities.putArray("annotations").addObject();
    annotation.put("start", 4).put("end", 12).put("probability", 0.71);
    annotation.put("type", "Organization").put("normalized_text", words.named());
    return entities;
  }
}
