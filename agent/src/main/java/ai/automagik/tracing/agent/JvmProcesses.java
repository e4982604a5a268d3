package ai.automagik.tracing.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * The JVMs that run on this machine, as far as this user may see them.
 *
 * @param total all of them but this one
 * @param attached pids of those with the agent on their command line
 */
record JvmProcesses(int total, List<String> attached) {
  static JvmProcesses visible() {
    List<String> attached = new ArrayList<>();
    int total = 0;
    long own = ProcessHandle.current().pid();
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      String command = process.info().command().orElse("");
      if (process.pid() == own || !isJava(command)) {
        continue;
      }
      total++;
      for (String argument : process.info().arguments().orElse(new String[0])) {
        if (argument.startsWith("-javaagent:") && argument.contains("automagik-tracing")) {
          attached.add(Long.toString(process.pid()));
          break;
        }
      }
    }
    return new JvmProcesses(total, attached);
  }

  private static boolean isJava(String command) {
    String name =
        command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
    return name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe");
  }
}
