package no.grenselos.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;

/** Opens stores as the application does: by engine and settings. */
public final class Opened {
  public static final Secrets NO_SECRETS = name -> Optional.empty();

  private Opened() {}

  public static Store store(String engine, Map<String, String> settings) {
    return store(engine, settings, new Problems("config/grenselos.yml"));
  }

  public static Store store(String engine, Map<String, String> settings, Problems problems) {
    return provider(engine).open(read(engine, settings, problems), NO_SECRETS);
  }

  /** How the engine is copied there. */
  public static Backup backup(String engine, Map<String, String> settings, Path to) {
    Settings read = read(engine, settings, new Problems("config/grenselos.yml"));
    return provider(engine).backup(read, NO_SECRETS, to);
  }

  private static Settings read(String engine, Map<String, String> settings, Problems problems) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    settings.forEach((key, text) -> nodes.put(key, new Node.Scalar(text, nodes.size() + 2)));
    return new Settings(new Node.Mapping(nodes, 1), "store." + engine, problems);
  }

  private static StoreProvider provider(String engine) {
    return ServiceLoader.load(StoreProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.engine().equals(engine))
        .findFirst()
        .orElseThrow();
  }
}
