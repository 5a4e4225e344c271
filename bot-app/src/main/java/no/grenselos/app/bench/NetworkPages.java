package no.grenselos.app.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import okhttp3.HttpUrl;

/**
 * What each network answers when all are read: a page of new posts every time, in the shape of its
 * documentation and with no more than is read of it.
 */
final class NetworkPages {
  private static final int POSTS = 10;

  private final Vocabulary words = new Vocabulary(11);
  private final XPages x = new XPages(new Vocabulary(12));
  private long number = 1_000_000;

  /** By the path's beginning. */
  Map<String, Function<URI, byte[]>> byPath() {
    Map<String, Function<URI, byte[]>> pages = new LinkedHashMap<>();
    pages.put("/2/tweets/search/recent", asked -> x());
    pages.put("/api/v1/timelines/tag", page("[%s]", this::mastodon));
    pages.put("/xrpc/app.bsky.feed.searchPosts", page("{'posts':[%s]}", this::bluesky));
    pages.put("/xrpc/app.bsky.feed.getPosts", NetworkPages::blueskyAgain);
    pages.put(
        "/xrpc/com.atproto.server.createSession",
        always("{'accessJwt':'a','refreshJwt':'b','did':'did:plc:bench'}"));
    pages.put("/xrpc/com.atproto.identity.resolveHandle", always("{'did':'did:plc:bench'}"));
    pages.put("/api/v1/search_by_date", page("{'hits':[%s],'nbPages':1}", this::hackerNews));
    pages.put(
        "/2.3/", page("{'items':[%s],'has_more':false,'quota_remaining':90}", this::question));
    pages.put("/api/v1/access_token", always("{'access_token':'t','expires_in':86400}"));
    pages.put(
        "/search", page("{'kind':'Listing','data':{'after':null,'children':[%s]}}", this::reddit));
    pages.put("/youtube/v3/commentThreads", page("{'items':[%s]}", this::youTube));
    pages.put("/feed.xml", page("<rss version='2.0'><channel>%s</channel></rss>", this::rss));
    return pages;
  }

  private Function<URI, byte[]> always(String answer) {
    return asked -> bytes(answer);
  }

  private synchronized byte[] x() {
    return x.page(POSTS, false);
  }

  private Function<URI, byte[]> page(String around, LongFunction<String> post) {
    return asked -> around(around, post);
  }

  // newest first, as all of them are
  private synchronized byte[] around(String around, LongFunction<String> post) {
    number += POSTS;
    return bytes(
        around.formatted(
            LongStream.range(0, POSTS)
                .mapToObj(i -> post.apply(number - i))
                .collect(Collectors.joining(around.startsWith("<") ? "" : ","))));
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private String mastodon(long id) {
    return ("{'id':'%d','created_at':'%s','visibility':'public','language':'nb',"
                + "'url':'https://fjord.example/@kari/%d','content':'<p>%s</p>',"
                + "'account':{'acct':'kari','display_name':'Kari','url':'https://fjord.example/@kari'}}")
        .formatted(id, Instant.now(), id, words.text());
  }

  private String bluesky(long id) {
    return ("{'uri':'at://did:plc:kari/app.bsky.feed.post/3p%d','cid':'c','indexedAt':'%s',"
            + "'author':{'did':'did:plc:kari','handle':'kari.fjord.example'},"
            + "'record':{'createdAt':'%s','langs':['nb'],'text':'%s'}}")
        .formatted(id, Instant.now(), Instant.now(), words.text());
  }

  /** The posts asked for as they were, but for one of fifty, which is deleted. */
  private static byte[] blueskyAgain(URI asked) {
    String posts =
        HttpUrl.get("http://localhost" + asked).queryParameterValues("uris").stream()
            .filter(uri -> Math.floorMod(uri.hashCode(), 50) != 0)
            .map(uri -> "{'uri':'%s','cid':'c'}".formatted(uri))
            .collect(Collectors.joining(","));
    return bytes("{'posts':[%s]}".formatted(posts));
  }

  private String hackerNews(long id) {
    return ("{'objectID':'%d','created_at_i':%d,'author':'kari','title':null,"
            + "'comment_text':'%s','story_id':1,'parent_id':1,'_tags':['comment']}")
        .formatted(id, seconds(), words.text());
  }

  private String question(long id) {
    return ("{'question_id':%d,'creation_date':%d,'last_activity_date':%d,'title':'%s',"
            + "'link':'https://stackoverflow.com/questions/%d','body':'<p>%s</p>',"
            + "'owner':{'user_id':7,'display_name':'Kari'},'tags':['heat-pump']}")
        .formatted(id, seconds(), seconds(), words.named(), id, words.text());
  }

  private String reddit(long id) {
    return ("{'kind':'t3','data':{'id':'%s','name':'t3_%s','author':'kari','title':'%s',"
            + "'selftext':'%s','is_self':true,'subreddit':'norge','created_utc':%d,"
            + "'permalink':'/r/norge/comments/%s/post/'}}")
        .formatted(
            Long.toString(id, 36),
            Long.toString(id, 36),
            words.named(),
            words.text(),
            seconds(),
            Long.toString(id, 36));
  }

  private String youTube(long id) {
    return ("{'id':'Ug%d','snippet':{'channelId':'UCbench','videoId':'benchvideo1',"
            + "'totalReplyCount':0,'topLevelComment':{'id':'Ug%d','snippet':{"
            + "'videoId':'benchvideo1','textOriginal':'%s','authorDisplayName':'@kari',"
            + "'authorChannelId':{'value':'UCkari'},'publishedAt':'%s','updatedAt':'%s'}}}}")
        .formatted(id, id, words.text(), Instant.now(), Instant.now());
  }

  private String rss(long id) {
    String now =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
    return ("<item><title>%s</title><link>https://blog.example/%d</link><guid>%d</guid>"
            + "<pubDate>%s</pubDate><description>%s</description></item>")
        .formatted(words.named(), id, id, now, words.text());
  }

  private static long seconds() {
    return Instant.now().getEpochSecond();
  }
}
