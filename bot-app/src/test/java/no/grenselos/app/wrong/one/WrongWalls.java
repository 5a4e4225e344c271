package no.grenselos.app.wrong.one;

import ai.onnxruntime.OrtSession;
import biweekly.ICalendar;
import com.microsoft.bot.schema.Activity;
import com.slack.api.Slack;
import java.sql.Connection;
import no.grenselos.playground.wrong.WrongGuest;
import org.apache.commons.csv.CSVFormat;
import org.apache.kafka.clients.consumer.Consumer;
import org.jfree.chart.JFreeChart;
import org.springframework.context.ApplicationContext;
import org.yaml.snakeyaml.Yaml;

/** Goes through every wall. */
final class WrongWalls {
  Slack slack;
  Activity teams;
  Connection sql;
  Consumer<String, String> kafka;
  OrtSession model;
  JFreeChart chart;
  CSVFormat csv;
  ICalendar calendar;
  Yaml yaml;
  ApplicationContext spring;
  WrongGuest playground;
}
