package no.grenselos.playground.slack.workspace;

/**
 * How the app stands in the workspace, and the error code its token gets (docs.slack.dev, errors of
 * every method).
 */
public enum Install {
  INSTALLED(""),
  /** The tokens were taken back; the app is still listed. */
  REVOKED("token_revoked"),
  /** An admin threw the app out. */
  UNINSTALLED("account_inactive");

  private final String error;

  Install(String error) {
    this.error = error;
  }

  /** Throws the refusal of a bot token that is good no more. */
  public void admit() {
    if (!error.isEmpty()) {
      throw new SlackRefusal(error);
    }
  }
}
