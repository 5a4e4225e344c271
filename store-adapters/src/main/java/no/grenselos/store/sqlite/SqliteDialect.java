package no.grenselos.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import no.grenselos.store.jdbc.Dialect;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite: one writer at a time, so no row ever needs to be held. */
record SqliteDialect(Path file) implements Dialect {
  @Override
  public String schema() {
    return "classpath:no/grenselos/store/sqlite/schema";
  }

  @Override
  public String identity() {
    return "integer primary key autoincrement";
  }

  @Override
  public String json() {
    return "";
  }

  @Override
  public String position() {
    return "instr";
  }

  @Override
  public String holding() {
    return "";
  }

  @Override
  public String sharing() {
    return "";
  }

  @Override
  public String skippingHeld() {
    return "";
  }

  @Override
  public String holdingNames() {
    return "";
  }

  @Override
  public boolean collided(SQLException failure) {
    return false;
  }

  /** By SQLite's primary result codes (sqlite.org/rescode.html). */
  @Override
  public String explain(SQLException failure) {
    if (!(failure instanceof SQLiteException sqlite)) {
      return "the database " + file + " is busy with other work; it was given up after waiting";
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    return switch (code.code & 0xff) {
      case 5, 6 ->
          "the database %s is locked by another program; end whatever else uses the file (a second"
                  .formatted(file)
              + " Grenselos, a backup, a database browser)";
      case 13 -> "the disk with the database " + file + " is full; free some space";
      case 10 ->
          "the disk with the database %s gave an error (%s); check the disk"
              .formatted(file, code.name());
      case 8, 3 ->
          "the database %s cannot be written; check who owns the file and its folder"
              .formatted(file);
      case 14 ->
          "the database %s cannot be opened; check that its folder is there and may be written"
              .formatted(file);
      case 11, 26 ->
          "the file %s is damaged or no SQLite database; set it aside and restore a backup"
              .formatted(file);
      default -> "the database %s refused (%s)".formatted(file, code.name());
    };
  }

  @Override
  public Optional<Path> keptIn() {
    return Optional.of(file);
  }
}
