package no.grenselos.app.bench;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * X's search on this machine, whose pages are handed over one by one as they are let go. One post
 * in so many speaks to the company.
 */
final class PipelineSource implements AutoCloseable {
  private final XPages pages;
  private final PipelineFiles house;
  private final int oneIn;
  private final Receipts receipts;
  private final Semaphore let = new Semaphore(0);
  private final StandInNetworks networks;
  private volatile int size = XPages.POSTS;
  private int spoken;

  /**
   * @param oneIn of so many posts one speaks to the company
   * @param receipts is told when such a post is handed over
   */
  PipelineSource(StandInThreads threads, PipelineFiles house, int oneIn, Receipts receipts) {
    this.house = house;
    this.oneIn = oneIn;
    this.receipts = receipts;
    this.pages = new XPages(new Vocabulary(5), this::said);
    this.networks =
        new StandInNetworks(threads, Map.of("/2/tweets/search/recent", asked -> next()));
  }

  /** The entry of {@code feeds:}, in one line of YAML. */
  String settings() {
    return "{name: x, x: {search: strøm, poll: 1s, timeout: 5m, api: \"%s\"}}"
        .formatted(networks.address());
  }

  /** Lets one more page go, of so many posts. */
  void letGo(int posts) {
    size = posts;
    let.release();
  }

  private synchronized byte[] next() {
    try {
      let.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return pages.page(0, false);
    }
    byte[] page = pages.page(size, true);
    receipts.handedOver();
    return page;
  }

  private Optional<String> said(String id) {
    if (++spoken % oneIn != 0) return Optional.empty();
    receipts.made(id);
    return Optional.of(house.spokenToUs());
  }

  @Override
  public void close() {
    networks.close();
  }
}
