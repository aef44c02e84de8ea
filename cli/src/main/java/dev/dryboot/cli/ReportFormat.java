package dev.dryboot.cli;

/** In which form a command reports. */
enum ReportFormat {
  TEXT,
  JSON
}
