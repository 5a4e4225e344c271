package no.grenselos.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Team;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;

/** Reads {@code experts.yml}: who can be asked, and who looks after which channel. */
final class PeopleFile {
  private final RuleBook.House house;
  private final Set<String> topics;
  private final Settings settings;
  private final String file;
  private final Handles handles;
  private final Once taken = new Once();
  private final Emails.Once addresses = new Emails.Once();
  private final List<ConfigProblem> warnings = new ArrayList<>();

  /**
   * What the file gave.
   *
   * @param owned every topic that somebody said yes to or is proposed for, usable or not
   * @param channels every channel that a team looks after, usable or not
   * @param warnings about people whose hours nobody wrote down
   */
  record People(
      List<Expert> experts,
      List<Team> teams,
      Set<String> owned,
      Set<String> channels,
      List<ConfigProblem> warnings) {}

  PeopleFile(
      RuleBook.House house,
      Set<String> topics,
      Handles handles,
      ConfigFiles files,
      Problems problems) {
    this.house = house;
    this.topics = topics;
    this.settings = Yaml.read(files, ConfigFiles.EXPERTS, problems);
    this.file = files.shown(ConfigFiles.EXPERTS);
    this.handles = handles.in(problems.in(file));
  }

  People read() {
    List<Expert> experts = new ArrayList<>();
    List<Team> teams = new ArrayList<>();
    Set<String> owned = new LinkedHashSet<>();
    Set<String> channels = new LinkedHashSet<>();
    Once ids = new Once();
    TeamPart team = new TeamPart(house, handles, new Once());
    for (Settings entry : settings.parts("experts")) {
      owned.addAll(entry.texts("topics"));
      owned.addAll(entry.texts("invite"));
      expert(entry, ids).ifPresent(experts::add);
    }
    for (Settings entry : settings.parts("teams")) {
      channels.add(entry.text("channel", ""));
      team.read(entry, Ids.read(entry, file, ids)).ifPresent(teams::add);
    }
    if (settings.line() > 0 && experts.isEmpty() && owned.isEmpty()) {
      settings.problem("experts", "names nobody: there is no one to ask");
    }
    settings.finish();
    return new People(experts, teams, owned, channels, List.copyOf(warnings));
  }

  private Optional<Expert> expert(Settings entry, Once ids) {
    Optional<String> id = Ids.read(entry, file, ids);
    String name = entry.text("name");
    Locale speaks = MainFile.language(entry, "speaks", house.language());
    String title = title(entry.part("title"), speaks);
    List<Handle> own = handles.of(entry, taken);
    entry.optionalText("email").ifPresent(text -> addresses.claim(entry, text));
    Set<TopicId> yes = topics(entry, "topics");
    Set<String> languages = Set.copyOf(new LinkedHashSet<>(entry.texts("languages")));
    if (!entry.has("hours")) warnings.add(withoutHours(entry, name));
    Hours hours = HoursPart.read(entry, house);
    Cap cap = cap(entry);
    Manner manner = MannerPart.read(entry, topics(entry, "invite"));
    entry.finish();
    if (id.isEmpty() || own.isEmpty()) return Optional.empty();
    ExpertId expert = new ExpertId(id.get());
    return Optional.of(
        new Expert(expert, name, title, own, yes, languages, hours, cap, speaks, manner));
  }

  private ConfigProblem withoutHours(Settings entry, String name) {
    String text = name + " has no hours, so Monday to Friday from 8 to 16 hold; write down theirs";
    return new ConfigProblem(file, entry.line(), entry.path(), text);
  }

  private Set<TopicId> topics(Settings entry, String key) {
    Set<TopicId> own = new LinkedHashSet<>();
    for (String topic : entry.texts(key)) {
      if (Words.among(topics, entry, key, topic, "topics/ has")) own.add(new TopicId(topic));
    }
    return own;
  }

  private static String title(Settings titles, Locale speaks) {
    Map<String, String> byLanguage = new LinkedHashMap<>();
    for (String language : titles.keys()) byLanguage.put(language, titles.text(language));
    String any = byLanguage.values().stream().findFirst().orElse("");
    return byLanguage.getOrDefault(speaks.getLanguage(), any);
  }

  private Cap cap(Settings entry) {
    Settings cap = entry.part("cap");
    int day = cap.number("day", Cap.DEFAULT.day());
    int week = cap.number("week", Cap.DEFAULT.week());
    cap.finish();
    if (day >= 0 && week >= 0) return new Cap(day, week);
    entry.problem("cap", "must be 0 or more a day and a week");
    return Cap.DEFAULT;
  }
}
