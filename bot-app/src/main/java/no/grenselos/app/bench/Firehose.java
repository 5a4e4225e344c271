package no.grenselos.app.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Made-up events of Jetstream (bluesky-social/jetstream, README), in about the proportions in which
 * people act there: half are likes, one in eight is a post, in one of seven languages. One in a
 * thousand is a post with the word looked for. Not thread safe.
 */
final class Firehose {
  /** What is looked for; in no other text. */
  static final String WORD = "lyngheia";

  static final int ONE_MATCHES_IN = 1_000;

  private static final long BEGIN = 1_780_000_000_000_000L;
  private static final List<String> LANGUAGES = List.of("en", "en", "en", "ja", "pt", "de", "nb");

  /** Words, or what is put together without blanks where a language has none. */
  private static final List<List<String>> SAID =
      List.of(
          words("the new people are saying that this morning was really good for everybody"),
          words("I cannot believe how much time it takes to get from here to there today"),
          words("just watched another episode and it was so much better than the last one"),
          words("今日 は とても いい 天気 です ね 明日 も 晴れる と いいな 写真 を 撮った"),
          words("hoje eu não vou trabalhar porque está chovendo muito e a cidade parou"),
          words("heute gibt es endlich wieder schönes Wetter und alle gehen nach draußen"),
          words("i dag er det endelig sol igjen og hele byen går på tur før det blir høst"));

  private final Random random;
  private long number;

  Firehose(long seed) {
    this.random = new Random(seed);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /** The next event of the mix. */
  byte[] next() {
    if (number % ONE_MATCHES_IN == ONE_MATCHES_IN - 1) return matching();
    int share = random.nextInt(1_000);
    if (share < 500) return written("like", subject(post()));
    if (share < 620) return post(random.nextInt(LANGUAGES.size()), "");
    if (share < 770) return written("follow", "\"subject\":\"" + did(random.nextInt(90_000)) + '"');
    if (share < 850) return written("repost", subject(post()));
    if (share < 960) return deleted(List.of("like", "follow", "post").get(random.nextInt(3)));
    if (share < 980) return written("block", "\"subject\":\"" + did(random.nextInt(90_000)) + '"');
    return identity();
  }

  /** A post with the word. */
  byte[] matching() {
    return post(LANGUAGES.size() - 1, WORD + " ");
  }

  private byte[] post(int language, String before) {
    StringBuilder text = new StringBuilder(before);
    List<String> said = SAID.get(language);
    String between = LANGUAGES.get(language).equals("ja") ? "" : " ";
    for (int left = 5 + random.nextInt(35); left > 0; left--) {
      text.append(said.get(random.nextInt(said.size()))).append(between);
    }
    String answered =
        random.nextInt(2) == 0 ? "" : ",\"reply\":{%s,%s}".formatted(ref("parent"), ref("root"));
    return written(
        "post",
        "\"langs\":[\""
            + LANGUAGES.get(language)
            + "\"],\"text\":\""
            + text
            + "\",\"facets\":[]"
            + answered);
  }

  private String ref(String name) {
    return "\"" + name + "\":{\"cid\":\"" + cid() + "\",\"uri\":\"" + post() + "\"}";
  }

  private static String subject(String uri) {
    return "\"subject\":{\"cid\":\"" + cid() + "\",\"uri\":\"" + uri + "\"}";
  }

  private byte[] written(String collection, String record) {
    String type = type(collection);
    return event(
        "commit",
        "\"commit\":{\"rev\":\"3l%011d\",\"operation\":\"create\",\"collection\":\"%s\",\"rkey\":\"%s\",\"record\":{\"$type\":\"%s\",\"createdAt\":\"%s\",%s},\"cid\":\"%s\"}"
            .formatted(number, type, rkey(number), type, now(), record, cid()));
  }

  private byte[] deleted(String collection) {
    return event(
        "commit",
        "\"commit\":{\"rev\":\"3l%011d\",\"operation\":\"delete\",\"collection\":\"%s\",\"rkey\":\"%s\"}"
            .formatted(number, type(collection), rkey(random.nextInt(1_000_000))));
  }

  private static String type(String collection) {
    String part = collection.equals("follow") || collection.equals("block") ? "graph." : "feed.";
    return "app.bsky." + part + collection;
  }

  private byte[] identity() {
    String who = did(random.nextInt(90_000));
    return event(
        "identity",
        "\"identity\":{\"did\":\"%s\",\"handle\":\"name%d.bsky.social\",\"seq\":%d,\"time\":\"%s\"}"
            .formatted(who, number, number, now()));
  }

  private byte[] event(String kind, String more) {
    String json =
        "{\"did\":\"%s\",\"time_us\":%d,\"kind\":\"%s\",%s}"
            .formatted(did(random.nextInt(90_000)), BEGIN + number++ * 1_000, kind, more);
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private String now() {
    return Instant.ofEpochMilli(BEGIN / 1_000 + number).toString();
  }

  private String post() {
    int who = random.nextInt(90_000);
    return "at://" + did(who) + "/app.bsky.feed.post/" + rkey(random.nextInt(1_000_000));
  }

  private static String did(int who) {
    return String.format(Locale.ROOT, "did:plc:%024d", who);
  }

  private static String rkey(long number) {
    return String.format(Locale.ROOT, "3l%011d", number);
  }

  private static String cid() {
    return "bafyreih3u5s7zrm2c4xk6t5ojw2nqyb4dp7v3elg5iahx4sqy2mwt6ncge";
  }
}
