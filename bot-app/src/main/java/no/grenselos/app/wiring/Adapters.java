package no.grenselos.app.wiring;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.grenselos.app.config.AppSettings;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatListener;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Source;
import no.grenselos.flow.HouseMemory;
import no.grenselos.flow.SecondLook;
import no.grenselos.log.Relay;
import no.grenselos.mention.Network;
import no.grenselos.store.Store;

/**
 * The feeds, chat houses and text encoder of one configuration, opened; none has called out yet.
 *
 * @param publishers the first of each network
 * @param lookups the first of each network, then those that need no settings
 * @param chats by house, in the order of the file
 * @param encoder none where topics are found by words only
 * @param relay none where what feeds bring goes straight into the store
 */
public record Adapters(
    List<Feed> feeds,
    List<Publisher> publishers,
    List<Inlet> inlets,
    List<PostLookup> lookups,
    Map<String, Chat> chats,
    Optional<WatchedEncoder> encoder,
    Optional<Relay> relay)
    implements AutoCloseable {
  public Adapters {
    feeds = List.copyOf(feeds);
    publishers = List.copyOf(publishers);
    inlets = List.copyOf(inlets);
    lookups = List.copyOf(lookups);
    chats = new LinkedHashMap<>(chats);
  }

  /**
   * Opens all; what is wrong with their settings is reported there.
   *
   * @param store throws until there is one
   */
  public static Adapters open(
      Setup setup, AppSettings app, ChatListener listener, Supplier<Store> store) {
    List<Feed> feeds = new ArrayList<>();
    Map<Network, Publisher> publishers = new LinkedHashMap<>();
    List<Inlet> inlets = new ArrayList<>();
    Map<Network, PostLookup> lookups = new LinkedHashMap<>();
    FeedContext context = context(setup, app);
    for (AppSettings.FeedEntry entry : app.feeds()) {
      var provider = Objects.requireNonNull(setup.providers().feeds().get(entry.network()));
      Source source = provider.open(entry.name(), entry.settings(), context);
      for (Feed feed : source.feeds()) feeds.add(metered(feed, entry));
      source.publisher().ifPresent(p -> publishers.putIfAbsent(p.network(), p));
      source.inlet().ifPresent(inlets::add);
      Optional<PostLookup> lookup =
          source.lookup().filter(l -> lookups.putIfAbsent(l.network(), l) == null);
      lookup
          .filter(l -> entry.lookAgain().isPositive())
          .map(l ->
              new SecondLook(entry.name() + "/again", l, entry.lookAgain(), store, setup.clock()))
          .ifPresent(again -> feeds.add(metered(again, entry)));
    }
    List<PostLookup> asked = new ArrayList<>(lookups.values());
    Providers.lookups().forEach(provider -> asked.add(provider.open(context)));
    Map<String, Chat> chats = new LinkedHashMap<>();
    for (AppSettings.Part part : app.chats()) {
      var provider = Objects.requireNonNull(setup.providers().chats().get(part.kind()));
      HouseMemory memory = new HouseMemory(part.kind(), store, setup.clock());
      ChatContext inside = new ChatContext(setup.clock(), setup.secrets(), listener, memory);
      chats.put(part.kind(), provider.open(part.settings(), inside));
    }
    return new Adapters(
        feeds,
        List.copyOf(publishers.values()),
        inlets,
        asked,
        chats,
        Encoders.open(setup, app),
        relay(setup, app));
  }

  /** The log of one configuration, opened; what is wrong with its settings is reported there. */
  public static Optional<Relay> relay(Setup setup, AppSettings app) {
    return app.log()
        .map(part ->
            Objects.requireNonNull(setup.providers().logs().get(part.kind()))
                .open(part.settings(), setup.secrets()));
  }

  private static FeedContext context(Setup setup, AppSettings app) {
    Optional<URI> callback =
        app.console().publicUrl().map(base -> URI.create(base + "/in/" + FeedDoors.NAME + "/"));
    return new FeedContext(setup.clock(), setup.secrets(), setup.localAddresses(), callback);
  }

  /** All feeds of an entry share its money. */
  private static Feed metered(Feed feed, AppSettings.FeedEntry entry) {
    Feed metered = new MeteredFeed(feed, entry.name(), entry.budget());
    if (metered.affords(0)) return metered;
    String least = entry.budget().orElseThrow().spent(feed.mostPosts()).toString();
    String text = "must be at least " + least + ": one look may bring " + feed.mostPosts();
    entry.entry().problem("budget", text + " posts");
    return metered;
  }

  /** Chats that ask nobody who they are. */
  Set<String> loopbackOnly() {
    return chats.entrySet().stream()
        .filter(chat -> chat.getValue().loopbackOnly())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void close() {
    feeds.forEach(Feed::close);
    lookups.forEach(PostLookup::close);
    chats.values().forEach(Chat::close);
    encoder.ifPresent(WatchedEncoder::close);
    relay.ifPresent(Relay::close);
  }
}
