package no.grenselos.route;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.calendar.DaysOff;
import no.grenselos.expert.Addresses;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Email;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Role;
import no.grenselos.expert.Team;
import no.grenselos.mention.Author;
import no.grenselos.mention.Network;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;

/**
 * Everything the admin decides, at one numbered revision. Immutable; already validated by whoever
 * built it.
 *
 * @param revision 1 or more
 * @param routes in order
 * @param addresses of those whose address the admin wrote down
 */
public record RuleBook(
    int revision,
    House house,
    List<Route> routes,
    List<Silence> silences,
    List<Topic> topics,
    List<Expert> experts,
    List<Team> teams,
    Addresses addresses) {
  public RuleBook {
    routes = List.copyOf(routes);
    silences = List.copyOf(silences);
    topics = List.copyOf(topics);
    experts = List.copyOf(experts);
    teams = List.copyOf(teams);
  }

  /** Without anybody's address. */
  public RuleBook(
      int revision,
      House house,
      List<Route> routes,
      List<Silence> silences,
      List<Topic> topics,
      List<Expert> experts,
      List<Team> teams) {
    this(revision, house, routes, silences, topics, experts, teams, Addresses.NONE);
  }

  /**
   * What holds for the whole company.
   *
   * @param language the bot's, where a person chose none
   * @param fallbackChannel where a post goes when nobody is left to ask
   * @param offerFor working time an expert has by default
   * @param daysOff on which people and teams do not work who say nothing of their own
   * @param admins name by handle
   * @param storm when many posts are taken for one matter
   * @param reporting what the company wants to be told about how it goes
   */
  public record House(
      String company,
      Locale language,
      ZoneId zone,
      List<Account> accounts,
      String fallbackChannel,
      Duration offerFor,
      DaysOff daysOff,
      Map<Handle, String> admins,
      Storm storm,
      Reporting reporting) {
    public House {
      accounts = List.copyOf(accounts);
      admins = Map.copyOf(admins);
    }

    /** A company that wants no numbers told. */
    public House(
        String company,
        Locale language,
        ZoneId zone,
        List<Account> accounts,
        String fallbackChannel,
        Duration offerFor,
        DaysOff daysOff,
        Map<Handle, String> admins,
        Storm storm) {
      this(
          company,
          language,
          zone,
          accounts,
          fallbackChannel,
          offerFor,
          daysOff,
          admins,
          storm,
          Reporting.NONE);
    }

    /** A company without holidays and admins, and with the usual idea of a storm. */
    public House(
        String company,
        Locale language,
        ZoneId zone,
        List<Account> accounts,
        String fallbackChannel,
        Duration offerFor) {
      this(
          company,
          language,
          zone,
          accounts,
          fallbackChannel,
          offerFor,
          DaysOff.NONE,
          Map.of(),
          Storm.USUAL);
    }
  }

  /**
   * When many posts are one matter, and how long a post is worth asking about.
   *
   * @param posts alike in that time; at least 3
   * @param within 1 minute to 1 day
   * @param fresh a post held back by a pause is not asked about when it is older
   */
  public record Storm(int posts, Duration within, Duration fresh) {
    /** Ten in a quarter of an hour; a day. */
    public static final Storm USUAL = new Storm(10, Duration.ofMinutes(15), Duration.ofDays(1));

    public Storm {
      if (posts < 3)
        throw new IllegalArgumentException("posts is " + posts + ", must be 3 or more");
      if (within.compareTo(Duration.ofMinutes(1)) < 0 || within.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException("within is " + within + ", must be 1m to 1d");
      }
      if (!fresh.isPositive()) {
        throw new IllegalArgumentException("fresh is " + fresh + ", must be more than nothing");
      }
    }
  }

  /** The same revision, with its people as they want to be asked. */
  public RuleBook with(List<Expert> people) {
    return new RuleBook(revision, house, routes, silences, topics, people, teams, addresses);
  }

  public Optional<Expert> expert(ExpertId id) {
    return experts.stream().filter(expert -> expert.id().equals(id)).findFirst();
  }

  public Optional<Expert> expert(Handle handle) {
    return experts.stream().filter(expert -> expert.handles().contains(handle)).findFirst();
  }

  public Optional<Topic> topic(TopicId id) {
    return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  /** The expert behind a colleague; empty for one who is none. */
  public Optional<Expert> expert(Colleague who) {
    return expert(new ExpertId(who.id()));
  }

  /** The topic of that id, as somebody wrote or sent it. */
  public Optional<TopicId> known(String id) {
    return topics.stream().map(Topic::id).filter(topic -> topic.id().equals(id)).findFirst();
  }

  /** What people call the topic in that language; its id when it is no longer there. */
  public String nameOf(TopicId id, Locale locale) {
    return topic(id).map(topic -> topic.name(locale)).orElse(id.id());
  }

  public Optional<Team> team(String id) {
    return teams.stream().filter(team -> team.id().equals(id)).findFirst();
  }

  /** The team that works in that channel. */
  public Optional<Team> teamOf(String channel) {
    return teams.stream().filter(team -> team.channel().equals(channel)).findFirst();
  }

  /** The first handle of whoever has the address: an expert, a team member or an admin. */
  public Optional<Handle> handle(Email email) {
    Set<Handle> own = addresses.of(email);
    return experts.stream()
        .flatMap(expert -> expert.handles().stream())
        .filter(own::contains)
        .findFirst()
        .or(() -> own.stream().findFirst());
  }

  /** What somebody may do; empty for somebody nobody named. */
  public Set<Role> roles(Handle who) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (expert(who).isPresent()) roles.add(Role.EXPERT);
    if (teams.stream().anyMatch(team -> team.has(who))) roles.add(Role.CARE);
    if (teams.stream().anyMatch(team -> team.leads().containsKey(who))) roles.add(Role.LEAD);
    if (house.admins().containsKey(who)) roles.add(Role.ADMIN);
    return roles;
  }

  /**
   * Whether they may decide for others: admins and leads; where the company named no admin, whoever
   * stands behind the channel that gets what nobody knows.
   */
  public boolean runs(Handle who) {
    Set<Role> roles = roles(who);
    if (roles.contains(Role.ADMIN) || roles.contains(Role.LEAD)) return true;
    return house.admins().isEmpty()
        && teamOf(house.fallbackChannel()).filter(team -> team.has(who)).isPresent();
  }

  /** Whether the post is our own. */
  public boolean own(Network network, Author author) {
    return house.accounts().stream().anyMatch(account -> account.is(network, author));
  }

  /** The person behind a handle; {@code name} is used for somebody who is not registered. */
  public Colleague colleague(Handle handle, String name) {
    return expert(handle)
        .map(expert -> new Colleague(expert.id().id(), expert.name()))
        .orElseGet(() -> new Colleague(first(handle).toString(), memberName(handle, name)));
  }

  /** One person may be met in several houses, and is one colleague all the same. */
  private Handle first(Handle handle) {
    return teams.stream().flatMap(team -> team.first(handle).stream()).findFirst().orElse(handle);
  }

  /** Where the colleague can be reached; empty for one who is nobody's. */
  public Optional<Handle> handleOf(Colleague who) {
    return expert(who).map(expert -> expert.handles().getFirst()).or(() -> Handle.parse(who.id()));
  }

  private String memberName(Handle handle, String name) {
    return teams.stream()
        .flatMap(team -> team.nameOf(handle).stream())
        .findFirst()
        .or(() -> Optional.ofNullable(house.admins().get(handle)))
        .orElse(name.isBlank() ? handle.id() : name);
  }
}
