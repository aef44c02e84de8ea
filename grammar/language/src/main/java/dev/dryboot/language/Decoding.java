package dev.dryboot.language;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Decodes the bytes of a file as UTF-8. */
final class Decoding {
  private Decoding() {}

  static Outcome<SourceText> decode(String name, byte[] bytes) {
    int start = hasByteOrderMark(bytes) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (!result.isError()) {
      return Outcome.of(SourceText.of(name, text));
    }
    return Outcome.failed(Report.of(notUtf8(name, text, bytes[in.position()] & 0xff)));
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  private static Diagnostic notUtf8(String name, String before, int unit) {
    SourceText readable = SourceText.of(name, before);
    return Diagnostic.error(
            LanguageRules.ENCODING,
            readable.span(before.length(), before.length()),
            "the file is not UTF-8: the byte 0x%02x here begins no character".formatted(unit))
        .help("save the file as UTF-8");
  }

  static Diagnostic tooLarge(String name, long bytes) {
    SourceText empty = SourceText.of(name, "");
    return new Diagnostic(
        LanguageRules.TOO_LARGE,
        Severity.ERROR,
        "`%s` has %d bytes; a file of the language has at most %d"
            .formatted(name, bytes, BootLanguage.MAX_BYTES),
        Optional.of(empty.whole()),
        List.of(),
        "",
        "split it into files and import them, or bring large contents along with `from`");
  }
}
