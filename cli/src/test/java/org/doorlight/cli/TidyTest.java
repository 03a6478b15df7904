package org.doorlight.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.function.Predicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of the house that a machine can read from classes: layers, libraries, purity. {@code TidyFilesTest} has those it
 * reads from files, {@code docs/ARCHITECTURE.md} says why they are the rules.
 */
class TidyTest {
    private static final String ROOT = "org.doorlight.";
    private static final String PROTOCOL = ROOT + "protocol";
    private static final String NODE = ROOT + "node";
    private static final String CLI = ROOT + "cli";
    private static final String GENERATED = PROTOCOL + ".wire.message";

    /** A package of the protocol uses packages of a smaller number only. */
    private static final Map<String, Integer> ROWS = Map.ofEntries(
            Map.entry("id", 0),
            Map.entry("wire", 1),
            Map.entry("crypto", 1),
            Map.entry("envelope", 2),
            Map.entry("charter", 3),
            Map.entry("document", 3),
            Map.entry("epoch", 4),
            Map.entry("care", 5),
            Map.entry("hello", 5),
            Map.entry("replica", 6),
            Map.entry("sync", 6),
            Map.entry("core", 7),
            Map.entry("simulation", 8));

    /** The edges of the node. None sees another; the node's root package composes them. */
    private static final Set<String> EDGES =
            Set.of("loop", "net", "discovery", "store", "home", "api", "web", "gateway", "trial");

    /** What an edge may know of the protocol. */
    private static final Set<String> SEEN_BY_EDGES = Set.of("core", "id");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.doorlight")
            .that(describe("are written by hand", type -> !type.getPackageName().equals(GENERATED)));

    // Layers

    @Test
    void every_package_has_its_place_in_the_house() {
        check(classes().should(new ArchCondition<>("live in a package of the house") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!hasPlace(type)) {
                    complain(events, type, type.getName() + " lives in a package that TidyTest does not know");
                }
            }
        }));
    }

    @Test
    void the_protocol_points_down_only() {
        check(classes().that().resideInAPackage(PROTOCOL + "..").should(useOnly("rows above", TidyTest::pointsDown)));
    }

    @Test
    void an_edge_knows_the_core_and_no_other_edge() {
        check(classes()
                .that(describe("are edges", TidyTest::isEdge))
                .should(useOnly("the core", TidyTest::edgeMaySee)));
    }

    @Test
    void the_command_line_meets_the_node_at_its_front_door() {
        check(noClasses()
                .that()
                .resideInAPackage(CLI + "..")
                .should()
                .dependOnClassesThat(describe("are edges", TidyTest::isEdge)));
    }

    @Test
    void no_packages_form_a_circle() {
        check(slices().matching("org.doorlight.(**)").should().beFreeOfCycles());
    }

    // Libraries

    @ParameterizedTest
    @CsvSource({
        "org.bouncycastle.., protocol.crypto node.net",
        "org.automerge..,    protocol.document",
        "io.netty..,         node.net node.api node.web node.discovery",
        "java.sql..,         node.store",
        "org.sqlite..,       node.store",
        "picocli..,          cli",
        "com.google.protobuf.., protocol"
    })
    void each_library_is_known_in_few_places(String library, String places) {
        var packages = Stream.of(places.split(" ", -1)).map(place -> ROOT + place + "..");
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    // The protocol is a pure function

    @Test
    void the_protocol_has_no_thread_socket_file_random_source_or_log() {
        inProtocolNothingUses(resideInAnyPackage(
                        "java.net..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "org.slf4j..")
                .or(named(
                        "java.lang.Thread",
                        "java.util.Timer",
                        "java.security.SecureRandom",
                        "java.io.File",
                        "java.io.RandomAccessFile"))
                .or(nameMatching("java\\.io\\.File(In|Out|Read|Writ).*")));
    }

    @Test
    void the_protocol_locks_nothing() {
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(PROTOCOL + "..")
                .should()
                .haveModifier(JavaModifier.SYNCHRONIZED));
    }

    @Test
    void the_protocol_reads_no_clock() {
        inProtocolNothingCalls("a clock", (owner, call) -> switch (owner) {
            case "java.util.Date" -> call.getName().equals("<init>") && isBare(call);
            case "java.time.Clock" -> call.getName().matches("(system|tick).*");
            default ->
                owner.startsWith("java.time.") && call.getName().equals("now") && !takes("java.time.Clock", call);
        });
    }

    @Test
    void the_protocol_asks_nothing_of_the_system() {
        // Time, environment, properties and the three streams; System.arraycopy is only a loop.
        check(noClasses()
                .that()
                .resideInAPackage(PROTOCOL + "..")
                .should()
                .accessTargetWhere(describe(
                        "System",
                        access -> access.getTargetOwner().getName().equals("java.lang.System")
                                && !access.getTarget().getName().equals("arraycopy"))));
    }

    @Test
    void the_protocol_rolls_no_dice() {
        inProtocolNothingCalls("chance", (owner, call) -> switch (owner) {
            case "java.lang.Math" -> call.getName().equals("random");
            case "java.util.UUID" -> call.getName().equals("randomUUID");
            case "java.util.Random", "java.util.SplittableRandom" ->
                call.getName().equals("<init>") && isBare(call);
            case "java.util.Collections" -> call.getName().equals("shuffle") && !takes("java.util.Random", call);
            default -> false;
        });
    }

    /** The order of a hash table differs from one JVM to the next, and one seed would no longer be one world. */
    @Test
    void the_protocol_keeps_no_hash_table() {
        inProtocolNothingUses(nameMatching("java\\.util\\.(HashMap|HashSet|IdentityHashMap|WeakHashMap|Hashtable)"));
    }

    @Test
    void the_protocol_never_meets_the_order_of_a_hash_table() {
        inProtocolNothingCalls("an unordered collection", (owner, call) -> switch (owner) {
            case "java.util.Map", "java.util.Set" -> call.getName().matches("of|ofEntries|copyOf");
            case "java.util.stream.Collectors" -> isUnordered(call);
            default -> owner.startsWith("java.util.") && call.getName().matches("parallel|parallelStream");
        });
    }

    // Names and shapes

    @Test
    void no_name_hides_what_a_class_does() {
        check(noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)(\\$.*)?"));
    }

    // How the rules are asked

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static void inProtocolNothingUses(DescribedPredicate<? super JavaClass> banned) {
        check(noClasses().that().resideInAPackage(PROTOCOL + "..").should().dependOnClassesThat(banned));
    }

    private static void inProtocolNothingCalls(String what, BiPredicate<String, CodeUnitAccessTarget> banned) {
        DescribedPredicate<JavaAccess<?>> calls = describe(
                what,
                access -> access.getTarget() instanceof CodeUnitAccessTarget call
                        && banned.test(access.getTargetOwner().getName(), call));
        check(noClasses().that().resideInAPackage(PROTOCOL + "..").should().accessTargetWhere(calls));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe("are " + String.join(", ", names), type -> Set.of(names).contains(type.getName()));
    }

    private static ArchCondition<JavaClass> useOnly(String what, Predicate<Dependency> allowed) {
        return new ArchCondition<>("use only " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(ROOT))
                        .filter(not(allowed))
                        .forEach(dependency -> complain(events, dependency, dependency.getDescription()));
            }
        };
    }

    private static void complain(ConditionEvents events, Object about, String message) {
        events.add(SimpleConditionEvent.violated(about, message));
    }

    private static boolean pointsDown(Dependency dependency) {
        var from = within(PROTOCOL, dependency.getOriginClass());
        var to = within(PROTOCOL, dependency.getTargetClass());
        return from.equals(to) || ROWS.getOrDefault(from, -1) > ROWS.getOrDefault(to, Integer.MAX_VALUE);
    }

    private static boolean edgeMaySee(Dependency dependency) {
        var edge = within(NODE, dependency.getOriginClass());
        var target = dependency.getTargetClass();
        return SEEN_BY_EDGES.contains(within(PROTOCOL, target)) || edge.equals(within(NODE, target));
    }

    private static boolean isEdge(JavaClass type) {
        return !within(NODE, type).isEmpty();
    }

    private static boolean hasPlace(JavaClass type) {
        return type.getPackageName().equals(PROTOCOL)
                || type.getPackageName().equals(NODE)
                || type.getPackageName().startsWith(CLI)
                || ROWS.containsKey(within(PROTOCOL, type))
                || EDGES.contains(within(NODE, type));
    }

    /** The first package name below the given package, or nothing for a class that does not live below it. */
    private static String within(String parent, JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(parent + ".")
                ? name.substring(parent.length() + 1).split("\\.", 2)[0]
                : "";
    }

    private static boolean isBare(CodeUnitAccessTarget call) {
        return call.getRawParameterTypes().isEmpty();
    }

    private static boolean takes(String parameter, CodeUnitAccessTarget call) {
        return call.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals(parameter));
    }

    /** Collectors that make a hash table unless they are told which table to make, which is their last argument but one. */
    private static boolean isUnordered(CodeUnitAccessTarget call) {
        return switch (call.getName()) {
            case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> true;
            case "groupingBy" -> call.getRawParameterTypes().size() < 3;
            case "toMap" -> call.getRawParameterTypes().size() < 4;
            default -> false;
        };
    }
}
