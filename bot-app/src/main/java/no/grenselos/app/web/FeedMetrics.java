package no.grenselos.app.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Price;
import no.grenselos.store.FeedStanding;

/**
 * How the feeds stand, as Prometheus reads it. The same on every node: it is what the store says.
 * What is not known of a feed has no line. Safe for many threads.
 */
final class FeedMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<Measured> gauges = new ArrayList<>();
  private final Map<Tags, Counted> posts = new HashMap<>();

  /** One gauge over all feeds. */
  private record Measured(MultiGauge gauge, Function<FeedStanding, Optional<Double>> value) {}

  /** The counter holds its number weakly. */
  private record Counted(FunctionCounter meter, AtomicLong posts) {}

  FeedMetrics() {
    gauge("lag", "seconds", "How old the newest post was when it came", FeedMetrics::lag);
    gauge("last.success.age", "seconds", "Since a look last went well", FeedMetrics::age);
    gauge("held", "", "1 while a node reads it", feed -> flag(feed.node().isPresent()));
    gauge(
        "troubled", "", "1 while it cannot be read", feed -> flag(feed.state().trouble() != null));
    gauge("posts.per.hour", "", "Posts an hour of late", feed -> Optional.of(feed.postsPerHour()));
    gauge("quota.left", "", "Requests that the network still allows", FeedMetrics::left);
    gauge(
        "spend",
        "",
        "What the month cost under the feed's meter, in its currency",
        feed -> feed.budget().map(money -> amount(money.spent(feed.metered()))));
    gauge(
        "budget",
        "",
        "What the month may cost under the feed's meter, in its currency",
        feed -> feed.budget().flatMap(Budget::month).map(FeedMetrics::amount));
  }

  private void gauge(
      String name, String unit, String says, Function<FeedStanding, Optional<Double>> value) {
    MultiGauge.Builder builder = MultiGauge.builder("grenselos.feed." + name).description(says);
    if (!unit.isEmpty()) builder.baseUnit(unit);
    gauges.add(new Measured(builder.register(registry), value));
  }

  /** In Prometheus' text format. */
  synchronized String text(List<FeedStanding> feeds) {
    for (Measured one : gauges) one.gauge().register(rows(feeds, one.value()), true);
    Set<Tags> present = feeds.stream().map(FeedMetrics::tags).collect(Collectors.toSet());
    posts.entrySet().removeIf(one -> !present.contains(one.getKey()) && gone(one.getValue()));
    for (FeedStanding feed : feeds) count(feed);
    return registry.scrape();
  }

  private boolean gone(Counted one) {
    registry.remove(one.meter());
    return true;
  }

  private static List<MultiGauge.Row<?>> rows(
      List<FeedStanding> feeds, Function<FeedStanding, Optional<Double>> value) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (FeedStanding feed : feeds) {
      value.apply(feed).ifPresent(known -> rows.add(MultiGauge.Row.of(tags(feed), known)));
    }
    return rows;
  }

  private void count(FeedStanding feed) {
    posts.computeIfAbsent(tags(feed), this::counter).posts().set(feed.postsThisMonth());
  }

  private Counted counter(Tags tags) {
    AtomicLong counted = new AtomicLong();
    FunctionCounter meter =
        FunctionCounter.builder("grenselos.feed.posts", counted, AtomicLong::doubleValue)
            .description("Posts read this month of UTC, new or changed, repetitions too")
            .tags(tags)
            .register(registry);
    return new Counted(meter, counted);
  }

  private static Tags tags(FeedStanding feed) {
    String network = feed.row().label().network().name();
    return Tags.of("feed", feed.row().feed(), "network", network);
  }

  private static Optional<Double> lag(FeedStanding feed) {
    return Optional.ofNullable(feed.state().lag()).map(time -> time.toMillis() / 1000.0);
  }

  private static Optional<Double> age(FeedStanding feed) {
    return feed.age().map(time -> time.toMillis() / 1000.0);
  }

  private static Optional<Double> left(FeedStanding feed) {
    return Optional.ofNullable(feed.state().allowance())
        .map(Allowance::left)
        .map(Long::doubleValue);
  }

  private static Optional<Double> flag(boolean so) {
    return Optional.of(so ? 1.0 : 0.0);
  }

  private static double amount(Price price) {
    return price.amount().doubleValue();
  }
}
