package no.grenselos.app.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.grenselos.app.config.AppSettings;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Lookup;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import no.grenselos.flow.HouseMemory;
import no.grenselos.people.Directory;
import no.grenselos.store.Store;

/** Asks the chat houses who has which e-mail address; waits as they wish, within bounds. */
public final class Lookups implements AutoCloseable {
  private static final int TRIES = 10;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final List<Chat> opened;
  private final List<ChatPort> ports;
  private final Pause pause;
  private final int tries;

  /** Lets time pass. */
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  Lookups(List<ChatPort> ports, Pause pause) {
    this(List.of(), ports, pause, TRIES);
  }

  private Lookups(List<Chat> opened, List<ChatPort> ports, Pause pause, int tries) {
    this.opened = opened;
    this.ports = ports;
    this.pause = pause;
    this.tries = tries;
  }

  /** Asks houses that are open, once: whoever waits for a page does not wait for them. */
  static Lookups once(List<ChatPort> ports) {
    return new Lookups(List.of(), ports, time -> {}, 1);
  }

  /**
   * Opens the configured houses to be asked; what is wrong with their settings is reported there.
   */
  public static Lookups open(Setup setup, AppSettings app, Store store) {
    LateListener nobody = new LateListener();
    List<Chat> chats = new ArrayList<>();
    for (AppSettings.Part part : app.chats()) {
      HouseMemory memory = new HouseMemory(part.kind(), () -> store, setup.clock());
      ChatContext inside = new ChatContext(setup.clock(), setup.secrets(), nobody, memory);
      var provider = Objects.requireNonNull(setup.providers().chats().get(part.kind()));
      chats.add(provider.open(part.settings(), inside));
    }
    return new Lookups(chats, chats.stream().map(Chat::port).toList(), Thread::sleep, TRIES);
  }

  /** What all houses say of the addresses. */
  public Directory ask(Set<Email> emails) {
    Map<Email, Directory.Answer> answers = new LinkedHashMap<>();
    for (Email email : emails) answers.put(email, ask(email));
    return new Directory(answers);
  }

  private Directory.Answer ask(Email email) {
    List<Handle> handles = new ArrayList<>();
    Set<String> why = new LinkedHashSet<>();
    for (ChatPort port : ports) {
      switch (patiently(port, email)) {
        case Lookup.Found found -> handles.add(found.handle());
        case Lookup.Unknown unknown -> why.add("nobody with this address is " + unknown.where());
        case Lookup.NotNow later -> why.add(port.house() + " does not say: " + later.reason());
        case Lookup.Refused refused ->
            why.add(port.house() + ": " + refused.reason() + "; " + refused.whatToDo());
      }
    }
    if (ports.isEmpty()) why.add("no chat house is configured that could be asked");
    return new Directory.Answer(handles, handles.isEmpty() ? String.join("; ", why) : "");
  }

  private Lookup patiently(ChatPort port, Email email) {
    Lookup said = port.lookUp(email);
    for (int attempt = 1; attempt < tries && said instanceof Lookup.NotNow later; attempt++) {
      try {
        boolean tooLong = later.time().compareTo(LONGEST_WAIT) > 0;
        pause.of(tooLong ? LONGEST_WAIT : later.time());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return said;
      }
      said = port.lookUp(email);
    }
    return said;
  }

  @Override
  public void close() {
    opened.forEach(Chat::close);
  }
}
