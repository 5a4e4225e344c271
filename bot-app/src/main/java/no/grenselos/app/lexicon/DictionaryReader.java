package no.grenselos.app.lexicon;

import java.io.BufferedReader;
import java.io.IOException;

/** Reads one kind of dictionary file. Keeps nothing; safe for many threads. */
interface DictionaryReader {
  /**
   * Takes every entry into the harvest; one that is broken is noted there and the rest goes on.
   *
   * @throws IOException when the file cannot be read any further
   */
  void read(BufferedReader file, Harvest harvest) throws IOException;
}
