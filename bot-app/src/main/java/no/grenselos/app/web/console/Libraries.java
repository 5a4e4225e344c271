package no.grenselos.app.web.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What runs here of others' work, by the list that is packaged with us (CycloneDX, JSON). */
public final class Libraries {
  private static final String LIST = "/META-INF/sbom/grenselos.cdx.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Libraries() {}

  /** One library. */
  public record Library(String name, String version) {}

  /** Read when somebody first asks for it, so that no start waits for it. */
  private static final class Packaged {
    static final List<Library> ALL = found();
  }

  /** By name; none where we are not packaged, or the list cannot be read. */
  static List<Library> packaged() {
    return Packaged.ALL;
  }

  private static List<Library> found() {
    try (InputStream list = Libraries.class.getResourceAsStream(LIST)) {
      return list == null ? List.of() : read(list);
    } catch (IOException e) {
      return List.of();
    }
  }

  static List<Library> read(InputStream list) throws IOException {
    List<Library> libraries = new ArrayList<>();
    for (JsonNode one : JSON.readTree(list).path("components")) {
      String group = one.path("group").asText("");
      String name = one.path("name").asText("");
      if (group.startsWith("no.grenselos") || name.isEmpty()) continue;
      String whole = group.isEmpty() ? name : group + ":" + name;
      libraries.add(new Library(whole, one.path("version").asText("")));
    }
    libraries.sort(Comparator.comparing(Library::name));
    return List.copyOf(libraries);
  }
}
