package no.grenselos.app.wiring;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.app.config.Known;
import no.grenselos.chat.ChatProvider;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.PostLookupProvider;
import no.grenselos.feed.Recording;
import no.grenselos.log.RelayProvider;
import no.grenselos.reading.EncoderProvider;
import no.grenselos.store.StoreProvider;

/**
 * The adapters at hand, by their key in config.
 *
 * @param stores by engine
 * @param chats by house
 * @param feeds by network
 * @param encoders by kind; none where the module is left out
 * @param logs by kind; none where the module is left out
 */
public record Providers(
    Map<String, StoreProvider> stores,
    Map<String, ChatProvider> chats,
    Map<String, FeedProvider> feeds,
    Map<String, EncoderProvider> encoders,
    Map<String, RelayProvider> logs) {
  /** Without a log. */
  public Providers(
      Map<String, StoreProvider> stores,
      Map<String, ChatProvider> chats,
      Map<String, FeedProvider> feeds,
      Map<String, EncoderProvider> encoders) {
    this(stores, chats, feeds, encoders, Map.of());
  }

  public Providers {
    stores = Map.copyOf(stores);
    chats = Map.copyOf(chats);
    feeds = Map.copyOf(feeds);
    encoders = Map.copyOf(encoders);
    logs = Map.copyOf(logs);
  }

  /** Those on the class path. */
  public static Providers installed() {
    return new Providers(
        byKey(StoreProvider.class, StoreProvider::engine),
        byKey(ChatProvider.class, ChatProvider::house),
        byKey(FeedProvider.class, provider -> provider.network().name()),
        byKey(EncoderProvider.class, EncoderProvider::kind),
        byKey(RelayProvider.class, RelayProvider::kind));
  }

  /** What reads recorded answers, by format. */
  public static Map<String, Recording> recordings() {
    return byKey(Recording.class, Recording::format);
  }

  /** What looks up links of any kind, without settings. */
  public static List<PostLookupProvider> lookups() {
    return ServiceLoader.load(PostLookupProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** The keys that may stand in config. */
  public Known known() {
    return new Known(
        stores.keySet(), chats.keySet(), feeds.keySet(), encoders.keySet(), logs.keySet());
  }

  private static <P> Map<String, P> byKey(Class<P> type, Function<P, String> key) {
    return ServiceLoader.load(type).stream()
        .map(ServiceLoader.Provider::get)
        .collect(Collectors.toMap(key, Function.identity()));
  }
}
