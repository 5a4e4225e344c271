package no.grenselos.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import no.grenselos.web.Body;

/**
 * What an admin uploads to a chat house so that our bot exists there.
 *
 * @param files by name, in their order; whoever writes them decides how they are packed
 * @param next what the admin does with it, a line a step
 */
public record AppPackage(SequencedMap<String, Body> files, List<String> next) {
  public AppPackage {
    files = new LinkedHashMap<>(files);
    next = List.copyOf(next);
  }

  /**
   * What a package is made for.
   *
   * @param company as people say it
   * @param version three numbers, as {@code 1.4.2}; a house may refuse the one it has already
   * @param host where the house reaches us, a bare host name; empty where nobody said
   */
  public record Order(String company, String version, String host) {}
}
