package no.grenselos.app.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.chat.Place;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.teams.tenant.Ids;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsSeed;
import no.grenselos.route.RuleBook;

/** The staff of the rule book, with its channels, as each chat house has them. */
final class Staffing {
  private final RuleBook book;
  private final String usual;

  /**
   * @param usual the house of a channel that is written without one
   */
  Staffing(RuleBook book, String usual) {
    this.book = book;
    this.usual = usual;
  }

  /** Somebody in one house. */
  private record Member(String id, String name, String title, String locale) {
    /** As in an address. */
    String plain() {
      String ascii = name.toLowerCase(Locale.ROOT).replace('ø', 'o');
      return Normalizer.normalize(ascii, Normalizer.Form.NFKD)
          .replaceAll("\\p{M}", "")
          .replaceAll("[^a-z0-9]+", ".");
    }
  }

  SlackSeed slack() {
    SlackApp app = SlackApp.usual().named("Grenselos");
    List<SlackChannel> channels = new ArrayList<>();
    for (Team team : book.teams()) {
      Place.Channel channel = Place.Channel.named(team.channel(), usual);
      if (!channel.house().equals(Houses.IN_SLACK)) continue;
      List<String> members = new ArrayList<>(List.of(app.botUser()));
      byName(team, Houses.IN_SLACK).forEach(member -> members.add(member.getKey().id()));
      channels.add(SlackChannel.open(bare(channel), members.toArray(String[]::new)));
    }
    return SlackSeed.small()
        .app(app)
        .team("T0GRENSELOS", book.house().company())
        .users(
            members(Houses.IN_SLACK).stream()
                .map(member ->
                    SlackUser.of(member.id(), member.plain(), member.name())
                        .title(member.title())
                        .locale(member.locale()))
                .toList())
        .channels(channels);
  }

  /** One team with everybody in it, named after the company. */
  TeamsSeed teams() {
    String company = book.house().company();
    String domain = company.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "") + ".example";
    List<TeamsPerson> people =
        members(Houses.IN_TEAMS).stream().map(member -> person(member, domain)).toList();
    String[] channels =
        book.teams().stream()
            .map(team -> Place.Channel.named(team.channel(), usual))
            .filter(channel -> channel.house().equals(Houses.IN_TEAMS))
            .map(Staffing::bare)
            .toArray(String[]::new);
    TeamsSeed small = TeamsSeed.small();
    return small
        .tenant(small.tenantId(), company)
        .people(people)
        .groups(List.of())
        .teams(List.of(no.grenselos.playground.teams.tenant.Team.of(company, people, channels)));
  }

  private TeamsPerson person(Member member, String domain) {
    return new TeamsPerson(
        member.id(),
        "29:1" + Ids.opaque(member.id()),
        member.name(),
        member.plain() + "@" + domain,
        member.title(),
        member.locale(),
        book.house().zone().getId());
  }

  private List<Member> members(String house) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (Expert expert : book.experts()) {
      for (Handle handle : expert.handles()) {
        if (!handle.house().equals(house)) continue;
        String locale = tag(expert.speaks());
        members.put(handle.id(), new Member(handle.id(), expert.name(), expert.title(), locale));
      }
    }
    String language = tag(book.house().language());
    for (Team team : book.teams()) {
      for (Map.Entry<Handle, String> member : byName(team, house)) {
        String id = member.getKey().id();
        members.putIfAbsent(id, new Member(id, member.getValue(), team.name(), language));
      }
    }
    book.house()
        .admins()
        .forEach((handle, name) -> {
          if (handle.house().equals(house)) {
            members.putIfAbsent(handle.id(), new Member(handle.id(), name, "", language));
          }
        });
    return List.copyOf(members.values());
  }

  private static List<Map.Entry<Handle, String>> byName(Team team, String house) {
    return team.members().entrySet().stream()
        .filter(member -> member.getKey().house().equals(house))
        .sorted(Map.Entry.comparingByValue())
        .toList();
  }

  private static String bare(Place.Channel channel) {
    return channel.name().replaceFirst("^#", "");
  }

  private static String tag(Locale language) {
    return language.getLanguage().equals("en") ? "en-GB" : "nb-NO";
  }
}
