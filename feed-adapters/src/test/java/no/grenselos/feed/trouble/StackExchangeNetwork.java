package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.stackexchange.StackExchangeFeedProvider;

/**
 * Questions by their last activity, oldest first, from {@code min} on, page by page; questions by
 * their ids (api.stackexchange.com/docs). A page may be in any order, but no question is on a later
 * page than its activity says: the feed goes on from the last activity it was told. Now and then
 * the API asks for a rest ({@code backoff}).
 */
final class StackExchangeNetwork extends StandIn {
  private static final int FIRST = 70_000_000;

  StackExchangeNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  private static int number(Post post) {
    return FIRST + post.number();
  }

  private static long active(Post post) {
    return post.lastEdit().orElse(post.at()).getEpochSecond();
  }

  @Override
  Canned answer(Request request) {
    List<Post> all =
        world().shown().stream()
            .sorted(Comparator.comparingLong(StackExchangeNetwork::active))
            .toList();
    if (!request.last().equals("questions")) {
      List<String> ids = Arrays.asList(request.last().split(";", -1));
      return answer(
          all.stream().filter(post -> ids.contains(String.valueOf(number(post)))).toList(), false);
    }
    long min = Long.parseLong(request.text("min"));
    int size = request.number("pagesize");
    int skipped = (request.number("page") - 1) * size;
    List<Post> within = all.stream().filter(post -> active(post) >= min).toList();
    List<Post> page = within.stream().skip(skipped).limit(size).toList();
    List<Post> before = within.subList(0, Math.min(skipped, within.size()));
    return answer(
        mischief().reordered(mischief().twice(before, page)), within.size() > skipped + size);
  }

  private Canned answer(List<Post> page, boolean more) {
    ObjectNode answer =
        Json.object().put("has_more", more).put("quota_max", 300).put("quota_remaining", 200);
    if (mischief().happens(Trouble.LIMITED)) answer.put("backoff", mischief().some(30));
    ArrayNode items = answer.putArray("items");
    page.forEach(post -> items.add(question(post)));
    return json(answer);
  }

  private static ObjectNode question(Post post) {
    ObjectNode question =
        Json.object()
            .put("question_id", number(post))
            .put("title", "Varme")
            .put("body", "<p>" + post.words() + "</p>")
            .put("link", "https://stackoverflow.com/questions/" + number(post))
            .put("creation_date", post.at().getEpochSecond())
            .put("last_activity_date", active(post));
    post.lastEdit()
        .map(Instant::getEpochSecond)
        .ifPresent(at -> question.put("last_edit_date", at));
    question.putObject("owner").put("user_id", 5).put("display_name", "kari");
    return question;
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry = Map.of("tags", "varme", "api", address.toString());
    return opened(new StackExchangeFeedProvider(), context, entry);
  }

  @Override
  String id(Post post) {
    return "stackexchange:stackoverflow/" + number(post);
  }

  @Override
  List<String> revisions(Post post) {
    return Stream.concat(
            Stream.of(""), post.edits().stream().map(at -> String.valueOf(at.getEpochSecond())))
        .toList();
  }

  @Override
  int memory() {
    return 150;
  }
}
