package no.grenselos.app.wrong.one;

import ai.onnxruntime.OrtSession;
import com.microsoft.bot.schema.Activity;
import com.slack.api.Slack;
import java.sql.Connection;
import no.grenselos.playground.wrong.WrongGuest;
import org.springframework.context.ApplicationContext;
import org.yaml.snakeyaml.Yaml;

/** Goes through every wall. */
final class WrongWalls {
  Slack slack;
  Activity teams;
  Connection sql;
  OrtSession model;
  Yaml yaml;
  ApplicationContext spring;
  WrongGuest playground;
}
