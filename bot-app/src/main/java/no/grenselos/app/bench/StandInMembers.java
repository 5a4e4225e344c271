package no.grenselos.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * Who is in the workspace, as Slack tells of it: all of them by page, one of them, and when some of
 * them want quiet, which none does. Whoever is asked for is known. Answers have {@code '} for
 * {@code "}. Safe for many threads.
 */
final class StandInMembers {
  private final List<String> ids;

  StandInMembers(List<String> ids) {
    this.ids = List.copyOf(ids);
  }

  /** What comes after {@code 'ok':true}; empty when the method is not about members. */
  Optional<String> answer(String method, String form) {
    return switch (method) {
      case "users.info" -> Optional.of("'user':" + member(asked(form, "user")));
      case "users.list" -> Optional.of(page(asked(form, "cursor"), asked(form, "limit")));
      case "dnd.teamInfo" -> Optional.of("'users':{" + quiet(asked(form, "users")) + "}");
      default -> Optional.empty();
    };
  }

  /** A cursor is the number of the first; as Slack does, an empty one says that it is the last. */
  private String page(String cursor, String limit) {
    int first = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    int last = Math.min(ids.size(), first + Integer.parseInt(limit));
    String members =
        ids.subList(first, last).stream()
            .map(StandInMembers::member)
            .collect(Collectors.joining(","));
    String next = last == ids.size() ? "" : Integer.toString(last);
    return "'members':[" + members + "],'response_metadata':{'next_cursor':'" + next + "'}";
  }

  private static String member(String id) {
    return ("{'id':'%s','name':'kari','real_name':'Kari','locale':'nb-NO',"
            + "'tz':'Europe/Oslo','deleted':false,'profile':{'display_name':''}}")
        .formatted(id);
  }

  private static String quiet(String ids) {
    return Arrays.stream(ids.split(","))
        .map("'%s':{'dnd_enabled':false,'next_dnd_start_ts':1,'next_dnd_end_ts':1}"::formatted)
        .collect(Collectors.joining(","));
  }

  private static String asked(String form, String name) {
    String value = HttpUrl.get("http://slack/?" + form).queryParameter(name);
    return value == null ? "" : value;
  }
}
