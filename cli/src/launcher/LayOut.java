import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ConstantDescs;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Lays jars out so that an ahead-of-time cache takes all of their classes: without signatures, with
 * class files of version 50 or later, and not compressed. The JVM leaves classes of signed jars and
 * class files below version 50 out of its cache, and EMF, picocli and others are one or the other.
 *
 * <p>Usage: {@code java LayOut.java TARGET SOURCE...}, where a source is a jar or a directory of
 * jars.
 */
public final class LayOut {
  private static final int OLDEST_CACHED = 50;
  private static final int RAISED_TO = 52;
  private static final int WITH_RECORDS = 60;

  private final ClassHierarchyResolver hierarchy;

  private LayOut(ClassLoader libraries) {
    // A class that no jar has (an optional dependency) is taken for one right below Object.
    hierarchy =
        ClassHierarchyResolver.ofResourceParsing(libraries)
            .orElse(
                name -> ClassHierarchyResolver.ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object))
            .cached();
  }

  public static void main(String[] arguments) throws IOException {
    Path target = Files.createDirectories(Path.of(arguments[0]));
    List<Path> jars = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      Path source = Path.of(arguments[i]);
      if (Files.isDirectory(source)) {
        try (var inside = Files.list(source)) {
          inside.filter(p -> p.toString().endsWith(".jar")).sorted().forEach(jars::add);
        }
      } else {
        jars.add(source);
      }
    }
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    LayOut layOut = new LayOut(new URLClassLoader(urls.toArray(URL[]::new)));
    for (Path jar : jars) {
      layOut.layOut(jar, target.resolve(jar.getFileName()));
    }
  }

  private void layOut(Path jar, Path target) throws IOException {
    try (JarFile in = new JarFile(jar.toFile(), false);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      out.setMethod(ZipOutputStream.STORED);
      TreeSet<String> names = new TreeSet<>();
      for (Enumeration<JarEntry> e = in.entries(); e.hasMoreElements(); ) {
        JarEntry entry = e.nextElement();
        if (!entry.isDirectory() && !isSignature(entry.getName()) && names.add(entry.getName())) {
          store(entry.getName(), contents(in, entry), out);
        }
      }
    }
  }

  private static boolean isSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("META-INF/")
        && upper.indexOf('/', 9) < 0
        && (upper.endsWith(".SF")
            || upper.endsWith(".RSA")
            || upper.endsWith(".DSA")
            || upper.endsWith(".EC")
            || upper.startsWith("META-INF/SIG-"));
  }

  private byte[] contents(JarFile jar, JarEntry entry) throws IOException {
    byte[] bytes;
    try (InputStream in = jar.getInputStream(entry)) {
      bytes = in.readAllBytes();
    }
    if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
      return withoutDigests(bytes);
    }
    return entry.getName().endsWith(".class") ? writtenOut(raised(bytes)) : bytes;
  }

  private static byte[] withoutDigests(byte[] bytes) throws IOException {
    Manifest manifest = new Manifest(new java.io.ByteArrayInputStream(bytes));
    manifest.getEntries().clear();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  /** The class file with stack maps and a version that has them, where it is older. */
  private byte[] raised(byte[] bytes) {
    int version = bytes.length < 8 ? 0 : (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
    if (version >= OLDEST_CACHED || version == 0) {
      return bytes;
    }
    try {
      ClassFile classFile =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.DeadCodeOption.PATCH_DEAD_CODE,
              ClassFile.ConstantPoolSharingOption.NEW_POOL,
              ClassFile.ClassHierarchyResolverOption.of(hierarchy));
      ClassTransform raise =
          (builder, element) -> {
            if (element instanceof ClassFileVersion) {
              builder.withVersion(RAISED_TO, 0);
            } else {
              builder.with(element);
            }
          };
      CodeTransform anew = (builder, element) -> builder.with(element);
      return classFile.transformClass(
          classFile.parse(bytes), raise.andThen(ClassTransform.transformingMethodBodies(anew)));
    } catch (IllegalArgumentException | IllegalStateException e) {
      // jsr and ret cannot be raised; the class runs as it is, only without the cache.
      return bytes;
    }
  }

  /** The class file without calls that the JVM would link anew in every process. */
  private byte[] writtenOut(byte[] bytes) {
    int version = bytes.length < 8 ? 0 : (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
    if (version < WITH_RECORDS) {
      return bytes;
    }
    return WrittenOut.of(ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy)), bytes);
  }

  private static void store(String name, byte[] bytes, ZipOutputStream out) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setLastModifiedTime(FileTime.fromMillis(1_600_000_000_000L));
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }
}
