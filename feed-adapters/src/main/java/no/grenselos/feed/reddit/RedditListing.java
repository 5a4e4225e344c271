package no.grenselos.feed.reddit;

import java.util.List;
import okhttp3.HttpUrl;

/**
 * One of Reddit's lists, newest first.
 *
 * @param first its newest page
 * @param ofInbox whether only the account itself can read it
 */
record RedditListing(HttpUrl first, boolean ofInbox) {
  /** The most that Reddit gives at once (reddit.com/dev/api, listings). */
  static final int PAGE = 100;

  static RedditListing ofSearch(RedditApi api, List<String> subreddits, String query) {
    String path = subreddits.isEmpty() ? "search" : "r/" + String.join("+", subreddits) + "/search";
    HttpUrl.Builder address =
        api.address(path)
            .addQueryParameter("q", query)
            .addQueryParameter("restrict_sr", subreddits.isEmpty() ? "false" : "true")
            .addQueryParameter("sort", "new")
            .addQueryParameter("t", "all")
            .addQueryParameter("type", "link");
    return new RedditListing(sized(address), false);
  }

  static RedditListing ofComments(RedditApi api, List<String> subreddits) {
    return new RedditListing(
        sized(api.address("r/" + String.join("+", subreddits) + "/comments")), false);
  }

  static RedditListing ofMentions(RedditApi api) {
    return new RedditListing(sized(api.address("message/mentions")), true);
  }

  /** What an account wrote under others' posts. */
  static RedditListing ofAnswers(RedditApi api, String account) {
    return new RedditListing(
        sized(api.address("user/" + account + "/comments").addQueryParameter("sort", "new")),
        false);
  }

  private static HttpUrl sized(HttpUrl.Builder address) {
    return address.addQueryParameter("limit", String.valueOf(PAGE)).build();
  }

  HttpUrl after(String name) {
    return first.newBuilder().setQueryParameter("after", name).build();
  }

  /** At most {@value #PAGE} things by their names, wherever they are. */
  static HttpUrl things(RedditApi api, List<String> names) {
    return api.address("api/info").addQueryParameter("id", String.join(",", names)).build();
  }
}
