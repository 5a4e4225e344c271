package no.grenselos.app.demo;

import com.microsoft.playwright.Page;

/** The stories in Slack. */
class SlackStoriesIT extends RuleStories {
  SlackStoriesIT() {
    super(Houses.SLACK);
  }

  @Override
  Player player(Page page) {
    return new SlackPlayer(page);
  }
}
