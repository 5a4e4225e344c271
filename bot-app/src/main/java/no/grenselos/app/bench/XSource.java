package no.grenselos.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** X's search, where one page waits behind another. */
final class XSource implements PostSource {
  private final XPages pages = new XPages(new Vocabulary(3));
  private final BlockingQueue<byte[]> ready = new LinkedBlockingQueue<>();
  private final List<byte[]> made = new ArrayList<>();
  private final StandInNetworks networks;

  XSource(StandInThreads threads) {
    networks = new StandInNetworks(threads, Map.of("/2/tweets/search/recent", asked -> next()));
    ready.add(pages.next());
  }

  private byte[] next() {
    try {
      return ready.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new byte[0];
    }
  }

  @Override
  public String settings() {
    return "{name: x, x: {search: strøm, poll: 1s, timeout: 5m, api: \"%s\"}}"
        .formatted(networks.address());
  }

  /** X's very first look takes one page. */
  @Override
  public int first() {
    return XPages.POSTS;
  }

  @Override
  public void make(int posts) {
    for (int i = 0; i < posts; i += XPages.POSTS) made.add(pages.next());
  }

  @Override
  public void send() {
    ready.addAll(made);
    made.clear();
  }

  @Override
  public void close() {
    networks.close();
  }
}
