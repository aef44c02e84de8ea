package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Block;
import dev.dryboot.compiler.analysis.Effective.Entry;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * One effective setting of a host.
 *
 * @param path where it is: {@code container web / memory}
 * @param value as it is written
 * @param layer which layer said it: {@code profile docker-host}
 */
public record Setting(String path, String value, String layer, Span span) {

  static List<Setting> all(Block host) {
    List<Setting> all = new ArrayList<>();
    below("", host, all);
    return all;
  }

  private static void below(String path, Block block, List<Setting> all) {
    block.settings.forEach(
        (word, entries) -> {
          for (Entry entry : entries) {
            all.add(
                new Setting(
                    path + word,
                    entry.item().map(i -> i.span().text()).orElse(""),
                    entry.layer().name(),
                    entry.span()));
            entry.body().ifPresent(body -> below(path + word + " / ", body, all));
          }
        });
    block.blocks.forEach(
        (kind, things) ->
            things.forEach(
                (name, thing) -> below(path + (kind + " " + name).strip() + " / ", thing, all)));
  }
}
