package no.grenselos.app.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;

/** Jetstream, where every event is a post that is let through. */
final class JetstreamSource implements PostSource {
  static final String HANDLE = "bench.bsky.social";

  private final Firehose events = new Firehose(7);
  private final StandInJetstream stream;
  private final StandInNetworks networks;
  private byte[] made = new byte[0];

  JetstreamSource(StandInThreads threads) {
    stream = new StandInJetstream(threads);
    networks = new StandInNetworks(threads, Map.of("/xrpc/", asked -> account()));
  }

  /** Whose account asks. */
  private static byte[] account() {
    return "{\"did\":\"did:plc:bench\"}".getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String settings() {
    String stream = "{words: [" + Firehose.WORD + "], hosts: [\"" + host() + "\"]}";
    return "{name: bluesky, bluesky: {handle: %s, service: \"%s\", jetstream: %s}}"
        .formatted(HANDLE, service(), stream);
  }

  String host() {
    return stream.host();
  }

  /** The server of the account that listens. */
  String service() {
    return networks.address();
  }

  @Override
  public int first() {
    return 0;
  }

  @Override
  public void make(int posts) {
    made =
        StandInJetstream.framed(
            IntStream.range(0, posts).mapToObj(i -> events.matching()).toList());
  }

  /** A mix of that many events, of which one in {@link Firehose#ONE_MATCHES_IN} is let through. */
  void mix(int count) {
    made = StandInJetstream.framed(IntStream.range(0, count).mapToObj(i -> events.next()).toList());
  }

  @Override
  public void send() {
    stream.send(made);
  }

  @Override
  public void close() {
    stream.close();
    networks.close();
  }
}
