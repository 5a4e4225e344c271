package no.grenselos.app.vitals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Budget;
import no.grenselos.feed.FeedState;
import no.grenselos.store.FeedStanding;
import org.jspecify.annotations.Nullable;

/** How a feed stands, as one line of JSON; what is not known is null. */
public final class FeedJson {
  private FeedJson() {}

  public static String line(FeedStanding feed) {
    FeedState state = feed.state();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("feed", feed.row().feed());
    json.put("network", feed.row().label().network().name());
    json.put("node", feed.node().orElse(null));
    json.put("read_at", text(state.lookedAt()));
    json.put("newest_at", text(state.newestAt()));
    json.put("lag_s", seconds(state.lag()));
    json.put("posts_per_hour", Math.round(feed.postsPerHour() * 10) / 10.0);
    json.put("posts_month", feed.postsThisMonth());
    money(json, feed);
    quota(json, state.allowance());
    json.put("trouble", state.trouble());
    json.put("silent_h", state.unusualSilence(feed.now()).map(Duration::toHours).orElse(null));
    return json.toString();
  }

  private static void money(ObjectNode json, FeedStanding feed) {
    Optional<Budget> budget = feed.budget();
    json.put("spent", budget.map(money -> money.spent(feed.metered()).amount()).orElse(null));
    json.put("budget", budget.flatMap(Budget::month).map(most -> most.amount()).orElse(null));
    json.put("currency", budget.map(money -> money.post().currency().toString()).orElse(null));
  }

  private static void quota(ObjectNode json, @Nullable Allowance allowance) {
    Optional<Allowance> known = Optional.ofNullable(allowance);
    json.put("quota_left", known.map(Allowance::left).orElse(null));
    json.put("quota_most", known.map(Allowance::most).orElse(null));
    json.put("quota_until", text(known.map(Allowance::until).orElse(null)));
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  private static @Nullable Long seconds(@Nullable Duration time) {
    return time == null ? null : time.toSeconds();
  }
}
