package no.grenselos.feed.x;

import java.util.Collection;
import okhttp3.HttpUrl;

/**
 * One thing to read on X, with every field a mention needs.
 *
 * @param pageToken the parameter's name: the two endpoints differ
 */
record XQuery(HttpUrl address, String pageToken) {
  /** The most that X gives at once. */
  static final int MOST_POSTS = 100;

  static XQuery ofSearch(HttpUrl api, String query) {
    HttpUrl.Builder address =
        api.newBuilder()
            .addPathSegments("2/tweets/search/recent")
            .addQueryParameter("query", query);
    return new XQuery(
        withFields(address).addQueryParameter("max_results", String.valueOf(MOST_POSTS)).build(),
        "next_token");
  }

  static XQuery ofMentions(HttpUrl api, String userId) {
    HttpUrl.Builder address =
        api.newBuilder()
            .addPathSegments("2/users")
            .addPathSegment(userId)
            .addPathSegment("mentions");
    return new XQuery(
        withFields(address).addQueryParameter("max_results", String.valueOf(MOST_POSTS)).build(),
        "pagination_token");
  }

  /** Single posts, at most {@link #MOST_POSTS}. */
  static HttpUrl ofPosts(HttpUrl api, Collection<String> ids) {
    HttpUrl.Builder address =
        api.newBuilder()
            .addPathSegments("2/tweets")
            .addQueryParameter("ids", String.join(",", ids));
    return withFields(address).build();
  }

  /** The stream; what it tells of is said by rules. */
  static HttpUrl stream(HttpUrl api) {
    return withFields(api.newBuilder().addPathSegments("2/tweets/search/stream")).build();
  }

  private static HttpUrl.Builder withFields(HttpUrl.Builder address) {
    return address
        .addQueryParameter(
            "tweet.fields",
            "author_id,conversation_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,"
                + "referenced_tweets,withheld")
        .addQueryParameter(
            "expansions", "author_id,referenced_tweets.id,referenced_tweets.id.author_id")
        .addQueryParameter("user.fields", "id,name,protected,public_metrics,username,withheld");
  }

  HttpUrl page(XCursor cursor) {
    HttpUrl.Builder page = address.newBuilder();
    if (!cursor.since().isEmpty()) page.addQueryParameter("since_id", cursor.since());
    if (!cursor.next().isEmpty()) page.addQueryParameter(pageToken, cursor.next());
    return page.build();
  }
}
