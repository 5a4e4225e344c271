package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Budget;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Price;
import no.grenselos.mention.Network;
import no.grenselos.store.FeedStates;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

record JdbcFeedStates(Handle handle) implements FeedStates {
  @Override
  public boolean hold(FeedLabel feed, String node, Instant now, Instant until) {
    FeedState begun = FeedState.begun(now);
    Optional<Budget> budget = Optional.ofNullable(feed.budget());
    return handle
            .createUpdate(
                """
                insert into feed_state
                  (feed, network, meter, price, budget, holder, held_until, since, usual_gap,
                  month, posts)
                values (:feed, :network, :meter, :price, :budget, :node, :until, :since, 0,
                    :month, 0)
                on conflict (feed) do update
                set holder = excluded.holder, held_until = excluded.held_until,
                    network = excluded.network, meter = excluded.meter,
                    price = excluded.price, budget = excluded.budget
                where feed_state.holder is null or feed_state.holder = excluded.holder
                   or feed_state.held_until <= :now
                """)
            .bind("feed", feed.name())
            .bind("network", feed.network().name())
            .bind("meter", feed.meter())
            .bind("price", budget.map(money -> money.post().exact()).orElse(null))
            .bind("budget", budget.flatMap(Budget::month).map(Price::exact).orElse(null))
            .bind("node", node)
            .bind("until", Millis.of(until))
            .bind("since", Millis.of(begun.since()))
            .bind("month", begun.month().toString())
            .bind("now", Millis.of(now))
            .execute()
        == 1;
  }

  @Override
  public void letGo(String feed, String node) {
    handle
        .createUpdate(
            """
            update feed_state set holder = null, held_until = null
            where feed = :feed and holder = :node
            """)
        .bind("feed", feed)
        .bind("node", node)
        .execute();
  }

  @Override
  public boolean save(String feed, String node, FeedState state) {
    Optional<Allowance> allowance = Optional.ofNullable(state.allowance());
    return handle
            .createUpdate(
                """
                update feed_state
                set looked_at = :lookedAt, newest_at = :newestAt, lag = :lag,
                    usual_gap = :usualGap, trouble = :trouble, troubled_since = :troubledSince,
                    month = :month, posts = :posts, recent = :recent, quota_left = :left,
                    quota_most = :most, quota_until = :until
                where feed = :feed and holder = :node
                """)
            .bind("feed", feed)
            .bind("node", node)
            .bind("lookedAt", Millis.orNull(state.lookedAt()))
            .bind("newestAt", Millis.orNull(state.newestAt()))
            .bind("lag", millis(state.lag()))
            .bind("usualGap", state.usualGap().toMillis())
            .bind("trouble", state.trouble())
            .bind("troubledSince", Millis.orNull(state.troubledSince()))
            .bind("month", state.month().toString())
            .bind("posts", state.posts())
            .bind("recent", state.recent())
            .bind("left", allowance.map(Allowance::left).orElse(null))
            .bind("most", allowance.map(Allowance::most).orElse(null))
            .bind("until", allowance.map(Allowance::until).map(Millis::of).orElse(null))
            .execute()
        == 1;
  }

  private static @Nullable Long millis(@Nullable Duration time) {
    return time == null ? null : time.toMillis();
  }

  @Override
  public Optional<Row> find(String feed) {
    return handle
        .createQuery("select * from feed_state where feed = :feed")
        .bind("feed", feed)
        .map((row, context) -> read(new Columns(row)))
        .findOne();
  }

  @Override
  public List<Row> all() {
    return handle
        .createQuery("select * from feed_state order by feed")
        .map((row, context) -> read(new Columns(row)))
        .list();
  }

  @Override
  public long read(String meter, YearMonth month) {
    return handle
        .createQuery(
            """
            select coalesce(sum(posts), 0) from feed_state
            where meter = :meter and month = :month
            """)
        .bind("meter", meter)
        .bind("month", month.toString())
        .mapTo(Long.class)
        .one();
  }

  private static @Nullable Allowance allowance(Columns row) throws SQLException {
    Long left = row.numberOrNull("quota_left");
    if (left == null) return null;
    return new Allowance(left, row.numberOrNull("quota_most"), row.momentOrNull("quota_until"));
  }

  private static FeedLabel label(Columns row) throws SQLException {
    String price = row.textOrNull("price");
    Optional<Price> most = Optional.ofNullable(row.textOrNull("budget")).map(Price::parse);
    return new FeedLabel(
        row.text("feed"),
        new Network(row.text("network")),
        row.text("meter"),
        price == null ? null : new Budget(Price.parse(price), most));
  }

  private static Row read(Columns row) throws SQLException {
    Long lag = row.numberOrNull("lag");
    FeedState state =
        new FeedState(
            row.moment("since"),
            row.momentOrNull("looked_at"),
            row.momentOrNull("newest_at"),
            lag == null ? null : Duration.ofMillis(lag),
            Duration.ofMillis(row.number("usual_gap")),
            row.textOrNull("trouble"),
            row.momentOrNull("troubled_since"),
            YearMonth.parse(row.text("month")),
            row.number("posts"),
            row.row().getDouble("recent"),
            allowance(row));
    return new Row(label(row), row.textOrNull("holder"), row.momentOrNull("held_until"), state);
  }
}
