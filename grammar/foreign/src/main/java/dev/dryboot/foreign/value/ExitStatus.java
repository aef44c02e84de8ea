package dev.dryboot.foreign.value;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An exit status of a process, from 0 to 255, by the names that systemd gives some of them
 * (systemd.exec(5), "Process Exit Codes").
 */
public record ExitStatus(int code) {
  private static final Map<String, Integer> CODES = codes();

  public ExitStatus {
    if (code < 0 || code > 255) {
      throw new IllegalArgumentException("no exit status " + code);
    }
  }

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new LinkedHashMap<>();
    count(
        codes,
        0,
        "SUCCESS FAILURE INVALIDARGUMENT NOTIMPLEMENTED NOPERMISSION NOTINSTALLED"
            + " NOTCONFIGURED NOTRUNNING");
    count(
        codes,
        64,
        "USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE"
            + " CANTCREAT IOERR TEMPFAIL PROTOCOL NOPERM CONFIG");
    count(
        codes,
        200,
        "CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT"
            + " IOPRIO TIMERSLACK SECUREBITS SETSCHEDULER CPUAFFINITY GROUP USER CAPABILITIES"
            + " CGROUP SETSID CONFIRM STDERR");
    count(
        codes,
        224,
        "PAM NETWORK NAMESPACE NO_NEW_PRIVILEGES SECCOMP SELINUX_CONTEXT PERSONALITY"
            + " APPARMOR ADDRESS_FAMILIES RUNTIME_DIRECTORY");
    count(
        codes,
        235,
        "CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY CACHE_DIRECTORY"
            + " LOGS_DIRECTORY CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF KSM");
    count(codes, 255, "EXCEPTION");
    return codes;
  }

  private static void count(Map<String, Integer> codes, int first, String names) {
    int code = first;
    for (String name : names.split(" ", -1)) {
      codes.put(name, code++);
    }
  }

  /** Reads a number from 0 to 255 or a name (exit_status_from_string()). */
  public static Reading<ExitStatus> read(String text) {
    Integer known = CODES.get(text);
    if (known != null) {
      return Reading.of(new ExitStatus(known));
    }
    return Scalars.readNumber(text, 0, 255)
        .value()
        .map(code -> Reading.of(new ExitStatus(code.intValue())))
        .orElseGet(() -> Reading.fault(0, text.length(), "there is no exit status " + text));
  }

  @Override
  public String toString() {
    return Integer.toString(code);
  }
}
