package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.delivery.AppLine;
import no.grenselos.playground.slack.delivery.ToApp;
import no.grenselos.playground.slack.workspace.Install;
import no.grenselos.playground.slack.workspace.SlackWorkspace;

/** Tells the app of what a person did, once; and tells the person when the app did not take it. */
final class Told {
  private final SlackWorkspace workspace;
  private final AppLine line;

  Told(SlackWorkspace workspace, AppLine line) {
    this.workspace = workspace;
    this.line = line;
  }

  /** Must not be called inside the workspace's lock: the app calls back before it answers. */
  AppAnswer tell(String user, ToApp.Kind kind, ObjectNode payload) {
    ToApp told = new ToApp(kind, payload);
    AppAnswer answer = send(told);
    if (answer instanceof AppAnswer.NotTaken(String reason, int status, boolean again)) {
      trouble(user, told.about() + " did not reach the app: " + reason + " " + status);
    }
    return answer;
  }

  void trouble(String user, String text) {
    workspace.atomically(() -> {
      workspace.trouble(user, text.strip());
      return text;
    });
  }

  private AppAnswer send(ToApp told) {
    if (workspace.atomically(workspace::install) != Install.INSTALLED) {
      return new AppAnswer.NotTaken("no_app", 0, false);
    }
    try {
      return line.send(told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return AppAnswer.failed("interrupted");
    }
  }
}
