package no.grenselos.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.PeopleRewrite;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;

/**
 * The rule book's people and channels, moved to the houses of a demo. Who has no id in a house gets
 * one that follows from the id they have. Where there are two houses, every second expert prefers
 * Teams, and the channel of the first team is there; whoever has two ids already keeps their order.
 */
final class Move {
  private static final Pattern CHANNEL =
      Pattern.compile("(\\bchannel:\\s*)([\"'])((?:[a-z]+:)?#[^\"']+)\\2");

  private final Houses houses;
  private final RuleBook book;

  Move(Houses houses, RuleBook book) {
    this.houses = houses;
    this.book = book;
  }

  /** Experts, teams and routes; what needs no change stays as it is, to the letter. */
  ConfigFiles files(ConfigFiles files) {
    if (houses == Houses.SLACK && isAllInSlack()) return files;
    String routes = files.texts().getOrDefault("routes.yml", "");
    return files
        .with("experts.yml", people(files.texts().getOrDefault("experts.yml", "")))
        .with(
            "routes.yml",
            CHANNEL
                .matcher(routes)
                .replaceAll(found ->
                    Matcher.quoteReplacement(
                        found.group(1) + DemoFiles.quoted(channel(found.group(3))))));
  }

  private boolean isAllInSlack() {
    return Stream.of(
                book.experts().stream().flatMap(expert -> expert.handles().stream()),
                book.teams().stream().flatMap(team -> team.members().keySet().stream()),
                book.teams().stream().flatMap(team -> team.leads().keySet().stream()))
            .flatMap(handles -> handles)
            .allMatch(handle -> handle.house().equals(Houses.IN_SLACK))
        && book.teams().stream().allMatch(team -> team.channel().startsWith("#"));
  }

  /** The channel as the rule book writes it after the move. */
  String channel(String written) {
    String bare = bare(written);
    if (houses != Houses.BOTH) return bare;
    boolean first =
        book.teams().stream().findFirst().map(Team::channel).map(Move::bare).stream()
            .anyMatch(bare::equals);
    if (!written.equals(bare)) return written;
    return first ? Houses.IN_TEAMS + ":" + bare : bare;
  }

  private static String bare(String written) {
    return written.substring(written.indexOf('#'));
  }

  /** Each of the house's admins with the ids that they have after the move. */
  Map<String, List<Handle>> admins() {
    Map<String, List<Handle>> own =
        book.house().admins().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    own.replaceAll((name, handles) -> moved(handles, false));
    return own;
  }

  private List<Handle> moved(List<Handle> own, boolean teamsFirst) {
    Optional<String> slack = in(Houses.IN_SLACK, own);
    Optional<String> teams = in(Houses.IN_TEAMS, own);
    if (slack.isPresent() && teams.isPresent() && houses == Houses.BOTH) return own;
    List<Handle> moved = new ArrayList<>();
    if (houses.hasSlack()) {
      slack
          .or(() -> teams.map(Move::slackId))
          .ifPresent(id -> moved.add(new Handle(Houses.IN_SLACK, id)));
    }
    if (houses.hasTeams()) {
      teams
          .or(() -> slack.map(Move::teamsId))
          .ifPresent(id -> moved.add(new Handle(Houses.IN_TEAMS, id)));
    }
    return teamsFirst ? moved.reversed() : moved;
  }

  private static Optional<String> in(String house, List<Handle> handles) {
    return handles.stream()
        .filter(handle -> handle.house().equals(house))
        .map(Handle::id)
        .findFirst();
  }

  /** A GUID, always the same for the same member. */
  static String teamsId(String slackId) {
    return UUID.nameUUIDFromBytes(slackId.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String slackId(String teamsId) {
    return "U0" + teamsId.replace("-", "").substring(0, 9).toUpperCase(Locale.ROOT);
  }

  private String people(String text) {
    return PeopleRewrite.of(
        text,
        new PeopleRewrite.Change() {
          @Override
          public List<Handle> expert(int number, List<Handle> own) {
            return moved(own, number % 2 == 1);
          }

          @Override
          public List<Handle> member(List<Handle> own) {
            return moved(own, false);
          }

          @Override
          public String channel(String written) {
            return Move.this.channel(written);
          }
        });
  }
}
