package no.grenselos.feed.http;

import no.grenselos.feed.ScriptedServer.Canned;

/** The contract over JSON fixtures that are named alike for all networks. */
public abstract class FixtureFeedContract extends HttpFeedContract {
  private final String folder;

  /**
   * @param folder of the fixtures, below src/test/resources
   */
  protected FixtureFeedContract(String folder) {
    this.folder = folder;
  }

  protected final Canned json(String name) {
    return Canned.ok("application/json", WireMockScript.fixture(folder + "/" + name + ".json"));
  }

  @Override
  protected Canned threePosts() {
    return json("three-posts");
  }

  @Override
  protected Canned twoNewerPosts() {
    return json("two-newer-posts");
  }

  @Override
  protected Canned nothingNewer() {
    return json("nothing-newer");
  }

  @Override
  protected Canned oneBadAmongThree() {
    return json("one-bad-among-three");
  }
}
