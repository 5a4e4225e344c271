package no.grenselos.app.wiring;

import no.grenselos.app.config.Configuration;
import no.grenselos.store.Store;

/**
 * Opens the application from what it is made of, once: configuration, adapters, store, rules. Where
 * one of them cannot be had, what was opened before is closed.
 *
 * @param beginning whether files that were changed become the next revision
 * @param soon is told before the store is opened
 */
record Opening(Setup setup, Learned.Beginning beginning, Grenselos.Soon soon) {
  Grenselos opened() {
    LateListener late = new LateListener();
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    Adapters adapters = Adapters.open(setup, configuration.app(), late, late::store);
    try {
      needsAChat(configuration);
      configuration.refuseIfBroken();
      soon.opens(configuration.app(), adapters.loopbackOnly());
      Grenselos grenselos = onStore(configuration, adapters);
      late.become(grenselos.desk(), grenselos.store());
      return grenselos;
    } catch (RuntimeException e) {
      adapters.close();
      throw e;
    }
  }

  private Grenselos onStore(Configuration configuration, Adapters adapters) {
    Store store = setup.openStore(configuration.app());
    try {
      configuration.refuseIfBroken();
      WarmUp.language();
      Learned learned = Learned.of(setup, configuration, adapters.encoder(), store, beginning);
      return new Grenselos(configuration.app(), adapters, store, learned, setup);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void needsAChat(Configuration configuration) {
    if (!configuration.app().chats().isEmpty()) return;
    String known = String.join(", ", setup.providers().chats().keySet().stream().sorted().toList());
    configuration
        .problems()
        .in(setup.files().main())
        .add(0, "chats", "names no house to ask people in; known are " + known);
  }
}
