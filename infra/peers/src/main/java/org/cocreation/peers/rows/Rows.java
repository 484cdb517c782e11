package org.cocreation.peers.rows;

import java.util.List;
import org.cocreation.peers.work.Wire;
import org.springframework.jdbc.core.JdbcTemplate;

/** One kind of fact as rows: its key, its programme, and the whole of it as JSON. */
final class Rows<T> {

  private final JdbcTemplate jdbc;
  private final String table;
  private final Class<T> type;

  /** Makes the table if it is missing. */
  Rows(JdbcTemplate jdbc, String table, Class<T> type) {
    this.jdbc = jdbc;
    this.table = table;
    this.type = type;
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS "
            + table
            + " (id VARCHAR(200) PRIMARY KEY, programme VARCHAR(100) NOT NULL, body VARBINARY(8000) NOT NULL)");
    jdbc.execute(
        "CREATE INDEX IF NOT EXISTS " + table + "_by_programme ON " + table + " (programme, id)");
  }

  /** A row to be written. */
  record Row(String id, String programmeId, Object body) {

    Object[] values() {
      return new Object[] {id, programmeId, Wire.bytes(body)};
    }
  }

  /** Writes rows together, over those that are there. */
  void save(List<Row> rows) {
    jdbc.batchUpdate(
        "MERGE INTO " + table + " (id, programme, body) KEY (id) VALUES (?, ?, ?)",
        rows.stream().map(Row::values).toList());
  }

  /** Writes one row, over the one that is there. */
  void save(Row row) {
    jdbc.update(
        "MERGE INTO " + table + " (id, programme, body) KEY (id) VALUES (?, ?, ?)", row.values());
  }

  /** The one of that id, which must be there. */
  T get(String id) {
    return jdbc.query(
            "SELECT body FROM " + table + " WHERE id = ?",
            (row, number) -> Wire.read(row.getBytes(1), type),
            id)
        .get(0);
  }

  /** The next ones of a programme in the order of their ids. */
  List<T> page(String programmeId, String after, int limit) {
    return jdbc.query(
        "SELECT body FROM "
            + table
            + " WHERE programme = ? AND id > ? ORDER BY programme, id LIMIT "
            + limit,
        (row, number) -> Wire.read(row.getBytes(1), type),
        programmeId,
        after);
  }

  /** How many there are in a programme. */
  long count(String programmeId) {
    Long count =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM " + table + " WHERE programme = ?", Long.class, programmeId);
    return count == null ? 0 : count;
  }
}
