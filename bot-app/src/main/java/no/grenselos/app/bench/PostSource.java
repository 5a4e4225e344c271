package no.grenselos.app.bench;

/** A network on this machine whose posts come when they are called for. */
interface PostSource extends AutoCloseable {
  /** The entry of {@code feeds:}, in one line of YAML. */
  String settings();

  /** How many posts come before anything is called for. */
  int first();

  /** Makes so many posts, without sending them. */
  void make(int posts);

  /** Sends what was made. */
  void send();

  @Override
  void close();
}
