package ai.automagik.tracing.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Renders docs/configuration.md from the options and holds it against the file. {@code
 * -Dautomagik.docs.update=true} writes it anew.
 */
final class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");

  @Test
  void pageSaysWhatTheOptionsAre() throws IOException {
    String expected = render();
    if (Boolean.getBoolean("automagik.docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE))
        .as("mvn test -pl core -Dautomagik.docs.update=true renders it anew")
        .isEqualTo(expected);
  }

  private static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Settings

        Every setting has a name. As a system property it stands behind `automagik.`, as an environment variable in
        capitals behind `AUTOMAGIK_`, as an agent argument by itself:

        ```
        java -Dautomagik.trace.queue.size=20000 ...
        AUTOMAGIK_TRACE_QUEUE_SIZE=20000 java ...
        java -javaagent:automagik-tracing.jar=trace.queue.size=20000,log=info ...
        ```

        What is found first holds: agent argument, system property, environment, `./.env`, `./automagik.properties`,
        `~/.automagik/config.properties`, default. A text that is not of the accepted form costs one line on stderr and
        the default holds. `java -jar automagik-tracing.jar status` shows what every setting came to, and why.

        The file `~/.automagik-no-tracing` turns the agent off, whatever the settings say. So does a build server
        (`CI`, `GITHUB_ACTIONS`, `GITLAB_CI`, `JENKINS_URL`, `CIRCLECI`, `TRAVIS`, `BUILDKITE`, `TEAMCITY_VERSION`,
        `TF_BUILD`), unless `enable.tracing.in.ci` is true.

        | name | form | default | what it does | also |
        |---|---|---|---|---|
        """);
    for (Option<?> option : Options.ALL) {
      page.append("| `")
          .append(option.name())
          .append("` | ")
          .append(option.form())
          .append(" | ")
          .append(option.defaultValue() == null ? "" : "`" + option.defaultValue() + "`")
          .append(" | ")
          .append(option.description())
          .append(" | ");
      String separator = "";
      for (String alias : option.aliases()) {
        page.append(separator).append('`').append(Option.variable(alias)).append('`');
        separator = ", ";
      }
      page.append(" |\n");
    }
    return page.toString();
  }
}
