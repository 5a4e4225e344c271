package no.grenselos.app.wiring;

import java.time.Clock;
import java.util.Optional;
import no.grenselos.app.assistant.Assistants;
import no.grenselos.app.assistant.WatchedAssistant;
import no.grenselos.app.chart.Charts;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;
import no.grenselos.work.Aids;

/**
 * What the application knows when it begins: its rules in force, the topics learned from what was
 * seen, and what helps the features.
 */
record Learned(
    Source begin,
    Following following,
    Schooling schooling,
    Optional<WatchedAssistant> assistant,
    Aids aids) {

  /** How the rule book to begin with is found. */
  interface Beginning {
    StartingBook of(Store store, ConfigFiles files, RuleTexts texts, Clock clock);
  }

  static Learned of(
      Setup setup,
      Configuration configuration,
      Optional<WatchedEncoder> encoder,
      Store store,
      Beginning beginning) {
    Meanings meanings = Encoders.meanings(encoder, configuration.words().lexicon());
    Schooling schooling = new Schooling(meanings, setup.clock());
    RuleTexts texts = setup.texts();
    StartingBook begin = beginning.of(store, setup.files(), texts, setup.clock());
    RuleBook book = RuleBookFiles.read(begin.source(), setup.providers().known());
    RulesInForce rules = RulesInForce.of(book, setup.clock(), schooling);
    Following following = new Following(store, texts, rules, begin.finding());
    Optional<WatchedAssistant> assistant =
        configuration.app().assistant().map(one -> Assistants.open(one, setup.secrets()));
    Aids aids =
        new Aids(
            meanings,
            assistant.map(one -> one),
            Optional.of(texts),
            Optional.of(draft -> rules.beside(draft, schooling::beside, setup.clock())),
            new Charts(),
            configuration.app().console().insights());
    return new Learned(begin.source(), following, schooling, assistant, aids);
  }
}
