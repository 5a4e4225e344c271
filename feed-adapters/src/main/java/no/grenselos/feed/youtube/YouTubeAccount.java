package no.grenselos.feed.youtube;

import java.util.Map;
import java.util.function.Function;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import no.grenselos.web.Body;
import okhttp3.HttpUrl;

/**
 * What we ask as our own channel.
 *
 * @param channel our own
 */
record YouTubeAccount(FeedClient client, HttpUrl api, YouTubeAccess access, String channel) {
  /** A page of the replies to a comment, 1 unit; their words come as they were written. */
  Answer replies(String thread, String pageToken) {
    HttpUrl address =
        YouTubeApi.paged(comments().addQueryParameter("parentId", thread), pageToken)
            .addQueryParameter("textFormat", "plainText")
            .build();
    return asked(headers -> client.get(address, headers));
  }

  /** A reply to a top-level comment, 50 units. */
  Answer insert(String thread, String text) {
    Body comment =
        Json.body(
            Json.object()
                .set("snippet", Json.object().put("parentId", thread).put("textOriginal", text)));
    return asked(headers -> client.post(comments().build(), headers, comment));
  }

  private HttpUrl.Builder comments() {
    return YouTubeApi.address(api, "comments").addQueryParameter("part", "snippet");
  }

  /** A token that is not taken any more is replaced once. */
  private Answer asked(Function<Map<String, String>, Answer> request) {
    Answer first = once(request);
    boolean tokenEnded = first instanceof Answer.Denied denied && denied.status() == 401;
    return tokenEnded ? once(request) : first;
  }

  private Answer once(Function<Map<String, String>, Answer> request) {
    return switch (access.token()) {
      case YouTubeAccess.Not not -> not.trouble();
      case YouTubeAccess.Granted granted -> {
        Answer answer =
            request.apply(Map.of("Authorization", "Bearer " + granted.token().reveal()));
        if (answer instanceof Answer.Denied denied && denied.status() == 401) {
          access.forget(granted);
        }
        yield answer;
      }
    };
  }
}
