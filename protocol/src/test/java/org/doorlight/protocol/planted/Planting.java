package org.doorlight.protocol.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Puts a mistake into the core and lets worlds of the simulator go by with it. Nothing of it touches the classes that are shipped. */
final class Planting {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "doorlight", "protocol");
    private static final String SWARM = "org.doorlight.protocol.simulation.Swarm";

    private final Method run;

    private Planting(Method run) {
        this.run = run;
    }

    /** The core without any mistake, in the same way. */
    static Planting nothing() {
        return with(new TreeMap<>());
    }

    /**
     * The core with a mistake.
     *
     * @throws IllegalStateException if its lines do not stand in the source, or what is planted does not compile
     */
    static Planting of(PlantedBug bug) {
        return with(compiled(swapped(bug)));
    }

    private static SortedMap<String, String> swapped(PlantedBug bug) {
        SortedMap<String, String> sources = new TreeMap<>();
        for (PlantedBug.Swap swap : bug.swaps()) {
            sources.put(swap.source(), swap.in(sources.getOrDefault(swap.source(), read(swap.source()))));
        }
        return sources;
    }

    /** What keeps a mistake from being planted; empty if nothing does. */
    static Optional<String> misfit(PlantedBug bug) {
        try {
            swapped(bug);
            return Optional.empty();
        } catch (IllegalStateException misfit) {
            return Optional.of(bug + ": " + misfit.getMessage());
        }
    }

    private static String read(String source) {
        try {
            return Files.readString(SOURCES.resolve(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Planting with(SortedMap<String, byte[]> classes) {
        try {
            Class<?> swarm = new PlantedClasses(classes).loadClass(SWARM);
            return new Planting(swarm.getMethod("run", long.class, int.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the simulator has no way in any more", e);
        }
    }

    /** What a world has to say against it, first things first; empty if it saw nothing. */
    Optional<String> foundBy(PlantedBug.World world) {
        try {
            Object outcome = run.invoke(null, world.seed(), world.homes(), world.days());
            List<?> violations =
                    (List<?>) outcome.getClass().getMethod("violations").invoke(outcome);
            return violations.stream().map(String::valueOf).findFirst();
        } catch (InvocationTargetException stopped) {
            if (stopped.getCause() instanceof RuntimeException bug) {
                return Optional.of("the world was stopped by a bug: " + bug);
            }
            throw new IllegalStateException("the plant does not fit", stopped);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the simulator has no way in any more", e);
        }
    }

    // ---- compiling in memory
    // ----------------------------------------------------------------------------------------------------

    private static SortedMap<String, byte[]> compiled(SortedMap<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
                Memory memory = new Memory(files)) {
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-parameters", "-cp", System.getProperty("java.class.path"));
            if (!compiler.getTask(null, memory, diagnostics, options, null, units)
                    .call()) {
                throw new IllegalStateException("what is planted does not compile: " + diagnostics.getDiagnostics());
            }
            return memory.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("planted:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("planted:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }

        SortedMap<String, byte[]> classes() {
            SortedMap<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
