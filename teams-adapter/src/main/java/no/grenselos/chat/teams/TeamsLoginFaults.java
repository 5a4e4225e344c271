package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts Microsoft's refusals of our token into words an admin can act on. */
final class TeamsLoginFaults {
  private static final Pattern CODE = Pattern.compile("AADSTS\\d{1,9}");

  private TeamsLoginFaults() {}

  /** The code is Microsoft's own (learn.microsoft.com, Microsoft Entra error codes). */
  static TeamsTokens.Answer explained(String error, JsonNode answer) {
    Matcher matcher = CODE.matcher(answer.path("error_description").asText(""));
    String code = matcher.find() ? matcher.group() : "";
    String reason =
        "Microsoft gives us no token: "
            + error.replaceAll("[^a-zA-Z0-9_]", "")
            + (code.isEmpty() ? "" : " " + code);
    return new TeamsTokens.Answer.Refused(reason, whatToDo(code));
  }

  private static String whatToDo(String code) {
    String secrets = "in Azure, the bot's app registration, Certificates & secrets: ";
    return switch (code) {
      case "AADSTS7000215" ->
          secrets + "put the secret's Value, not its Secret ID, into TEAMS_APP_PASSWORD";
      case "AADSTS7000222" ->
          secrets + "the secret has expired, make a new one and put it into TEAMS_APP_PASSWORD";
      case "AADSTS700016" ->
          "check chats.teams.app-id and tenant: the app must be registered, as single tenant, in"
              + " that directory";
      case "AADSTS90002", "AADSTS900023" -> "check chats.teams.tenant: there is no such directory";
      case "AADSTS7000112" -> "the app is disabled: enable it in Azure, Enterprise applications";
      default ->
          "check chats.teams.app-id, chats.teams.tenant and TEAMS_APP_PASSWORD; the app must be of"
              + " a single tenant";
    };
  }
}
