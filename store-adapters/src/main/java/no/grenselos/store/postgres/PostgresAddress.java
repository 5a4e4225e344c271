package no.grenselos.store.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which database: on one server, or on several of which one takes changes and the others follow it.
 *
 * @param url as the driver takes it; may carry a password
 * @param hosts in the order in which they are tried, at least one
 * @param ports one for each host
 */
record PostgresAddress(String url, List<String> hosts, List<String> ports, String database) {
  static final String EXAMPLE = "jdbc:postgresql://host:5432/database";

  private static final String USUAL_PORT = "5432";
  private static final String SERVER = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";

  /**
   * As the driver's documentation has it, "Connecting to the Database" and "Connection Fail-over".
   */
  private static final Pattern FORM =
      Pattern.compile(
          "jdbc:postgresql://(?<servers>%1$s(?:,%1$s)*)/(?<database>[^/?]+)(?:\\?.*)?"
              .formatted(SERVER));

  PostgresAddress {
    hosts = List.copyOf(hosts);
    ports = List.copyOf(ports);
  }

  /**
   * Takes {@code jdbc:postgresql://host:port,host:port/database?parameter=value}, where all but
   * hosts and database may be missing.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static PostgresAddress parse(String url) {
    Matcher matcher = FORM.matcher(url);
    if (!matcher.matches()) throw new IllegalArgumentException("not as " + EXAMPLE);
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String server : matcher.group("servers").split(",", -1)) {
      int port = server.lastIndexOf(':');
      boolean named = port > server.lastIndexOf(']');
      hosts.add(named ? server.substring(0, port) : server);
      ports.add(named ? server.substring(port + 1) : USUAL_PORT);
    }
    String database = URLDecoder.decode(matcher.group("database"), StandardCharsets.UTF_8);
    return new PostgresAddress(url, hosts, ports, database);
  }

  /** Where there are several, only one takes changes. */
  boolean several() {
    return hosts.size() > 1;
  }

  /** Hosts and ports for people to read. */
  String servers() {
    List<String> servers = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) servers.add(hosts.get(i) + ":" + ports.get(i));
    return String.join(" or ", servers);
  }

  /** Without what follows the question mark. */
  @Override
  public String toString() {
    return servers() + "/" + database;
  }
}
